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

    private static TerminologyPort Port(params string[] codes)
    {
        var concepts = string.Join(',', codes.Select(code => $$"""{"code":"{{code}}"}"""));
        var valueSet = $$$"""{"resourceType":"ValueSet","url":"{{{Url}}}","compose":{"include":[{"system":"http://x.test/cs","concept":[{{{concepts}}}]}]}}""";
        return new TerminologyPort(new LocalTerminology([JsonParser.Parse(valueSet).Tree!.Root]));
    }

    /// <returns><see langword="null"/> where it cannot be told.</returns>
    private static bool? Ask(TerminologyPort? port, string code)
    {
        var resource = JsonParser.Parse($$$"""{"resourceType":"Condition","code":{"coding":[{"system":"http://x.test/cs","code":"{{{code}}}"}]}}""").Tree!.Root;
        var result = IsIn.Evaluate(resource, new EvaluationContext { Terminology = port });
        return result.IsCertain ? result.ToBoolean() : null;
    }
}
