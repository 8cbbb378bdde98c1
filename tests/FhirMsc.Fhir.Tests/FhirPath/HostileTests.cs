using System.Text;
using FhirMsc.Fhir.FhirPath;
using Xunit.Abstractions;

namespace FhirMsc.Fhir.Tests.FhirPath;

public class HostileTests(ITestOutputHelper output)
{
    private const int Seed = 7;

    private static readonly EvaluationContext Tight = new()
    {
        Limits = new EvaluationLimits { MaxSteps = 200_000, MaxItems = 100_000, MaxTime = TimeSpan.FromSeconds(5), MaxStringLength = 100_000, MaxMatchTime = TimeSpan.FromMilliseconds(100) },
    };

    [Fact]
    public void Ten_thousand_operators_end_in_a_clean_error()
    {
        foreach (var text in new[]
        {
            string.Join(" + ", Enumerable.Repeat("1", 10_001)),
            string.Concat(Enumerable.Repeat("-", 10_000)) + "1",
            new string('(', 10_000) + "1" + new string(')', 10_000),
            "a" + string.Concat(Enumerable.Repeat(".a", 10_000)),
            "a" + string.Concat(Enumerable.Repeat("[0]", 10_000)),
            string.Concat(Enumerable.Repeat("iif(true,", 10_000)) + "1" + new string(')', 10_000),
            string.Concat(Enumerable.Repeat("a.where(", 10_000)),
        })
        {
            Assert.Equal("fhirpath-too-large", Assert.Single(FhirPathExpression.Compile(text).Issues).Kind.Id);
        }

        Assert.Equal("fhirpath-too-large", FhirPathExpression.Compile(new string(' ', 200_000)).Issues[0].Kind.Id);
    }

    [Fact]
    public void Many_operators_below_the_limit_work()
    {
        Assert.Equal("900", Sample.Evaluate(string.Join(" + ", Enumerable.Repeat("1", 900)), Sample.Patient));
        Assert.Equal("p1", Sample.Evaluate(new string('(', 900) + "id" + new string(')', 900), Sample.Patient));
        Assert.Equal("3", Sample.Evaluate("name.given" + string.Concat(Enumerable.Repeat(".where(true)", 400)) + ".count()", Sample.Patient));
    }

    [Theory]
    [InlineData("1.repeat($this + 1)")]
    [InlineData("1.repeatAll($this)")]
    [InlineData("(1|2).repeatAll($this | 3 | 4)")]
    [InlineData("descendants().select(%resource.descendants()).select(%resource.descendants()).select(%resource.descendants()).select(%resource.descendants()).count()")]
    [InlineData("'aaaaaaaaaa'.replace('a', 'aaaaaaaaaa').replace('a', 'aaaaaaaaaa').replace('a', 'aaaaaaaaaa').replace('a', 'aaaaaaaaaa').replace('a', 'aaaaaaaaaa')")]
    [InlineData("'aaaaaaaaaa'.replaceMatches('a', '$0$0$0$0$0$0$0$0$0$0').replaceMatches('a', '$0$0$0$0$0$0$0$0$0$0').replaceMatches('a', '$0$0$0$0$0$0$0$0$0$0').replaceMatches('a', '$0$0$0$0$0$0$0$0$0$0').replaceMatches('a', '$0$0$0$0$0$0$0$0$0$0')")]
    [InlineData("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(?=a)(a+)+$')")]
    [InlineData("'a'.repeatAll($this & $this).last()")]
    public void What_does_not_end_is_stopped(string expression) => Assert.Equal("! fhirpath-too-costly", Sample.Evaluate(expression, Sample.Patient, Tight));

    [Theory]
    [InlineData("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('^(a+)+$')", "false")]
    [InlineData("1.power(2147483647)", "1")]
    [InlineData("2.power(2147483647)", "")]
    [InlineData("1 'km40.km40' = 1 'm'", "")]
    [InlineData("1 'm99999999999' = 1 'm'", "")]
    [InlineData("1 '((((((((((((((((((((m))))))))))))))))))))' = 1 'm'", "")]
    [InlineData("@9999-12-31 + 1 day", "! fhirpath-wrong-value")]
    [InlineData("@0001-01-01 - 1 day", "! fhirpath-wrong-value")]
    [InlineData("@2012 + 79228162514264337593543950335 years", "! fhirpath-wrong-value")]
    [InlineData("79228162514264337593543950335.0 * 10.0", "")]
    [InlineData("'a'.encode('base64').decode('base64')", "a")]
    public void Extremes_have_plain_answers(string expression, string expected) => Assert.Equal(expected, Sample.Evaluate(expression, Sample.Patient, Tight));

    [Fact]
    public void A_circle_of_contained_references_is_walked_to_its_end()
    {
        var patient = Sample.Parse("""
            {"resourceType":"Patient","contained":[
              {"resourceType":"Patient","id":"a","link":[{"other":{"reference":"#b"}}]},
              {"resourceType":"Patient","id":"b","link":[{"other":{"reference":"#a"}}]}],
             "link":[{"other":{"reference":"#a"}}]}
            """);

        Assert.Equal("a | b", Sample.Evaluate("repeat(link.other.resolve()).id", patient, Tight));
    }

    [Fact]
    public void Garbage_never_throws()
    {
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        string[] parts = ["a", ".", "(", ")", "[", "]", "{", "}", "'", "\\", "`", "@", "T", "2012", "-", "+", "1", ".5", "'mg'", "days", "%", "$this", "$x", "is", "as", "and", "where", "sort", "desc", ",", " ", "/*", "//", "\n", "=", "!", "~", "|", "\u0000", "\uD800", "😀", "ofType", "Patient", "System", "div", "5L", "iif", "repeat", "aggregate"];
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, 14); length > 0; length--)
            {
                text.Append(parts[random.Next(parts.Length)]);
            }

            var compilation = FhirPathExpression.Compile(text.ToString(), new FhirPathOptions { Model = Sample.Model, Strict = random.Next(2) == 0, ContextType = "Patient" });
            _ = compilation.Expression?.Evaluate(Sample.Patient, Tight);
            Assert.Equal(compilation.IsOk, compilation.Issues.Count == 0);
        }
    }

    [Fact]
    public void A_run_after_an_error_starts_clean()
    {
        var expression = Sample.Compile("name.select(given.single())");

        Assert.False(expression.Evaluate(Sample.Patient).IsOk);
        Assert.Equal("Addi", Assert.Single(expression.Evaluate(Sample.Parse("""{"resourceType":"Patient","name":[{"given":["Addi"]}]}""")).Items).ToString());
    }
}
