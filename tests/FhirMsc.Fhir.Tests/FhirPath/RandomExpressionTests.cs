using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.FhirPath.Functions;
using Xunit.Abstractions;

namespace FhirMsc.Fhir.Tests.FhirPath;

/// <summary>Expressions that the grammar allows, put together at random from all functions, all operators and awkward literals.</summary>
public class RandomExpressionTests(ITestOutputHelper output)
{
    private const int Seed = 20_240_229;

    private static readonly string[] Terms =
    [
        "1", "0", "-1", "2147483647", "9223372036854775807L", "0.5", "79228162514264337593543950335.0", "'a'", "''", "'😀b'", "'2012-01-01'", "true", "{}", "@2012", "@2012-02-29",
        "@9999-12-31T23:59:59.999Z", "@0001-01-01", "@T23:59:59.999", "1 'mg'", "1 year", "99999999999 days", "1 'Cel'", "'yyyy'", "'hex'", "name", "name.given", "birthDate", "id", "value", "$this", "$index",
        "children()", "descendants()", "%resource", "Patient", "string", "System.Integer", "FHIR.Quantity", "'['", "'(a+)+$'", "28", "1000000",
    ];

    private static readonly string[] Operators =
        ["+", "-", "*", "/", "div", "mod", "&", "|", "=", "!=", "~", "!~", "<", ">", "<=", ">=", "in", "contains", "and", "or", "xor", "implies", "is", "as"];

    private static readonly EvaluationContext Tight = new()
    {
        Limits = new EvaluationLimits { MaxSteps = 100_000, MaxItems = 50_000, MaxTime = TimeSpan.FromSeconds(5), MaxStringLength = 100_000, MaxMatchTime = TimeSpan.FromMilliseconds(100) },
    };

    [Fact]
    public void They_end_in_a_result_or_an_issue_and_print_what_they_were_read_from()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        var functions = FunctionTable.Names.ToArray();
        var evaluated = 0;
        for (var i = 0; i < 30_000; i++)
        {
            var text = Next(random, functions, 4);
            var compilation = FhirPathExpression.Compile(text, new FhirPathOptions { Model = random.Next(4) == 0 ? null : Sample.Model, Strict = random.Next(3) == 0, ContextType = "Patient" });
            Assert.Equal(compilation.IsOk, compilation.Issues.Count == 0);
            if (compilation.Expression is not { } expression)
            {
                continue;
            }

            var printed = expression.ToString();
            Assert.Equal(printed, FhirPathExpression.Compile(printed).Expression?.ToString());
            var result = expression.Evaluate(random.Next(2) == 0 ? Sample.Patient : Sample.Observation, Tight);
            Assert.True(result.IsOk || result.Items.Count == 0, text);
            evaluated += result.IsOk ? 1 : 0;
        }

        Assert.True(evaluated > 3_000, $"only {evaluated} came to a result");
    }

    private static string Next(Random random, string[] functions, int depth) => depth <= 0 ? Terms[random.Next(Terms.Length)] : random.Next(5) switch
    {
        0 => Terms[random.Next(Terms.Length)],
        1 => $"({Next(random, functions, depth - 1)} {Operators[random.Next(Operators.Length)]} {Next(random, functions, depth - 1)})",
        2 => $"-{Next(random, functions, depth - 1)}",
        3 => $"({Next(random, functions, depth - 1)})[{Next(random, functions, depth - 1)}]",
        _ => $"({Next(random, functions, depth - 1)}).{functions[random.Next(functions.Length)]}({string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => Next(random, functions, depth - 2)))})",
    };
}
