using System.Globalization;
using FhirMsc.Fhir.FhirPath.Expressions;
using FhirMsc.Fhir.FhirPath.Syntax;
using Xunit.Abstractions;

namespace FhirMsc.Fhir.Tests.FhirPath;

public class RoundTripTests(ITestOutputHelper output)
{
    private const int Seed = 20240229;

    [Theory]
    [InlineData("a.b.where( c='d' )", "a.b.where(c = 'd')")]
    [InlineData("((a))+(b*c)", "a + b * c")]
    [InlineData("(a+b)*c", "(a + b) * c")]
    [InlineData("a-(b-c)", "a - (b - c)")]
    [InlineData("a and (b or c)", "a and (b or c)")]
    [InlineData("(a or b) or c", "a or b or c")]
    [InlineData("-(1).abs()", "-1.abs()")]
    [InlineData("(-1).abs()", "(-1).abs()")]
    [InlineData("(a|b).c", "(a | b).c")]
    [InlineData("a is System.String", "a is System.String")]
    [InlineData("(a as B).c", "(a as B).c")]
    [InlineData("1 'mg'", "1 'mg'")]
    [InlineData("2 days", "2 days")]
    [InlineData("5L", "5L")]
    [InlineData("@2012", "@2012")]
    [InlineData("@2012-01T", "@2012-01T")]
    [InlineData("@2012-01-01T10:00:00.50+02:00", "@2012-01-01T10:00:00.50+02:00")]
    [InlineData("@T10:30", "@T10:30")]
    [InlineData("%`a b`", "%`a b`")]
    [InlineData("%'a b'", "%`a b`")]
    [InlineData("`div`.`x y`", "`div`.`x y`")]
    [InlineData("text.div", "text.`div`")]
    [InlineData("'\\u0041\\'\\\\\\n'", "'A\\'\\\\\\n'")]
    [InlineData("{}", "{}")]
    [InlineData("a[0].b", "a[0].b")]
    [InlineData("x.sort(a desc, -b)", "x.sort(a desc, -b)")]
    [InlineData("$this.a[$index] & $total", "$this.a[$index] & $total")]
    [InlineData("79228162514264337593543950335.0", "79228162514264337593543950335.0")]
    [InlineData("a // comment\n/* more */ .b", "a.b")]
    public void Prints_what_it_understood(string text, string printed)
    {
        Assert.Equal(printed, Parse(text).ToString());
        Assert.Equal(printed, Parse(printed).ToString());
    }

    [Fact]
    public void Reading_what_was_printed_gives_the_same_tree()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        for (var i = 0; i < 3_000; i++)
        {
            var tree = Make(random, 5);
            var printed = tree.ToString();

            Assert.Equal(Shape(tree), Shape(Parse(printed)));
            Assert.Equal(printed, Parse(printed).ToString());
        }
    }

    private static Expression Parse(string text) => Parser.Parse(text, 1_000);

    /// <summary>A random tree; literals are read from text, so that they are as a parser would make them.</summary>
    private static Expression Make(Random random, int depth)
    {
        string[] names = ["a", "name", "value", "is", "contains", "and", "x y", "day", "ünï", "where"];
        string[] literals = ["1", "1.50", "5L", "'a'", "'it''s'", "'\\\\\\n`'", "true", "{}", "@2012-02", "@2012-02-03T04:05:06.7Z", "@T10:00", "4 days", "1.5 'mg'", "%ucum", "%`a b`", "$this", "$index", "$total"];
        string[] operators = ["=", "!=", "~", "!~", "<", ">=", "and", "or", "xor", "implies", "|", "in", "contains", "+", "-", "*", "/", "div", "mod", "&"];
        var name = names[random.Next(names.Length)];
        if (depth == 0 || random.Next(5) == 0)
        {
            return random.Next(2) == 0 ? new MemberExpression(0, null, name) : Parse(literals[random.Next(literals.Length)].Replace("''", "\\'", StringComparison.Ordinal));
        }

        Expression Sub() => Make(random, depth - 1);
        return random.Next(8) switch
        {
            0 or 1 => new BinaryExpression(0, operators[random.Next(operators.Length)], Sub(), Sub()),
            2 => new MemberExpression(0, Sub(), name),
            3 => new FunctionExpression(0, random.Next(3) == 0 ? null : Sub(), name, [.. Enumerable.Range(0, random.Next(3)).Select(_ => Sub())]),
            4 => new IndexerExpression(0, Sub(), Sub()),
            5 => new PolarityExpression(0, random.Next(2) == 0, Sub()),
            6 => new TypeExpression(0, random.Next(2) == 0 ? "is" : "as", Sub(), new TypeSpecifier(0, random.Next(2) == 0 ? null : "FHIR", "Type" + random.Next(3).ToString(CultureInfo.InvariantCulture))),
            _ => new FunctionExpression(0, Sub(), "sort", [new SortKeyExpression(0, Sub(), random.Next(2) == 0), Sub()]),
        };
    }

    /// <summary>The tree with every level in brackets, so that nothing is left to precedence.</summary>
    private static string Shape(Expression expression) => expression switch
    {
        MemberExpression member => $"(. {(member.Focus is null ? "-" : Shape(member.Focus))} {member.Name})",
        FunctionExpression function => $"(call {(function.Focus is null ? "-" : Shape(function.Focus))} {function.Name} {string.Join(",", function.Arguments.Select(Shape))})",
        IndexerExpression indexer => $"([] {Shape(indexer.Focus)} {Shape(indexer.Index)})",
        PolarityExpression polarity => $"({(polarity.IsNegative ? "neg" : "pos")} {Shape(polarity.Operand)})",
        BinaryExpression binary => $"({binary.Operator} {Shape(binary.Left)} {Shape(binary.Right)})",
        TypeExpression type => $"({type.Operator} {Shape(type.Operand)} {type.Type})",
        SortKeyExpression key => $"(key {Shape(key.Key)} {key.IsDescending})",
        _ => expression.ToString(),
    };
}
