using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Terminology;

namespace FhirMsc.Fhir.Tests.FhirPath.Functions;

/// <summary>An expression remembers the way to a value set that it names; not across ports, and not other answers.</summary>
public class NamedValueSetTests
{
    private const string Url = "http://x.test/vs";

    private static readonly FhirPathExpression IsIn = FhirPathExpression.Compile($"code.where(memberOf('{Url}')).exists()").Expression!;

    [Fact]
    public void Asks_the_port_of_the_evaluation()
    {
        var (one, other, none) = (Port("a", "b"), Port("b"), new TerminologyPort(new LocalTerminology([])));
        for (var round = 0; round < 3; round++)
        {
            Assert.True(Ask(one, "a"));
            Assert.False(Ask(other, "a"));
            Assert.True(Ask(other, "b"));
            Assert.False(Ask(one, "c"));
            Assert.Null(Ask(none, "a"));
            Assert.Null(Ask(null, "a"));
        }
    }

    [Fact]
    public void What_is_found_once_answers_as_the_port_does()
    {
        var port = Port("a", "b");
        Assert.Null(port.MembersOf(Url));
        Assert.Equal(Answer.Yes, port.IsMember(new CodedValue("http://x.test/cs", "a"), Url));
        var isMember = port.MembersOf(Url)!;
        foreach (var system in (string?[])["http://x.test/cs", "http://x.test/other", string.Empty, null])
        {
            foreach (var code in (string[])["a", "b", "c", string.Empty])
            {
                Assert.Equal(port.IsMember(new CodedValue(system, code), Url), isMember(new CodedValue(system, code)));
            }
        }

        Assert.Null(port.MembersOf("http://x.test/unknown"));
    }

    /// <summary>The last answers are remembered in a table that is too small for all of them.</summary>
    [Fact]
    public void Many_codes_get_each_its_own_answer()
    {
        var port = Port([.. Enumerable.Range(0, 500).Select(i => $"c{i * 2}")]);
        var random = new Random(1);
        for (var round = 0; round < 5_000; round++)
        {
            var number = random.Next(1_000);
            Assert.Equal(number % 2 == 0, Ask(port, $"c{number}"));
        }
    }

    /// <summary>What is remembered of a code is not said of another system, of a version, of an escaped spelling of another, or of a part of it.</summary>
    [Fact]
    public void A_code_is_known_with_its_system_only()
    {
        var port = Port("a");
        foreach (var _ in (int[])[1, 2])
        {
            Assert.True(AskOf(port, """{"system":"http://x.test/cs","code":"a"}"""));
            Assert.False(AskOf(port, """{"system":"http://x.test/c","code":"sa"}"""));
            Assert.False(AskOf(port, """{"system":"http://x.test/csa","code":"a"}"""));
            Assert.False(AskOf(port, """{"system":"http://x.test/cs","code":"aa"}"""));
            Assert.True(AskOf(port, """{"system":"http:\/\/x.test/cs","code":"a"}"""));
            Assert.False(AskOf(port, """{"system":"http://x.test/cs","code":"\u0062"}"""));
            Assert.False(AskOf(port, """{"system":"http://x.test/cs"}"""));
            Assert.False(AskOf(port, """{"system":"http://x.test/cs","code":1}"""));
            Assert.Null(AskOf(port, """{"code":"a"}"""));
        }
    }

    private static TerminologyPort Port(params string[] codes)
    {
        var concepts = string.Join(',', codes.Select(code => $$"""{"code":"{{code}}"}"""));
        var valueSet = $$$"""{"resourceType":"ValueSet","url":"{{{Url}}}","compose":{"include":[{"system":"http://x.test/cs","concept":[{{{concepts}}}]}]}}""";
        return new TerminologyPort(new LocalTerminology([JsonParser.Parse(valueSet).Tree!.Root]));
    }

    /// <returns><see langword="null"/> where it cannot be told.</returns>
    private static bool? Ask(TerminologyPort? port, string code) => AskOf(port, $$"""{"system":"http://x.test/cs","code":"{{code}}"}""");

    private static bool? AskOf(TerminologyPort? port, string coding)
    {
        var resource = JsonParser.Parse($$$"""{"resourceType":"Condition","code":{"coding":[{{{coding}}}]}}""").Tree!.Root;
        var result = IsIn.Evaluate(resource, new EvaluationContext { Terminology = port });
        return result.IsCertain ? result.ToBoolean() : null;
    }
}
