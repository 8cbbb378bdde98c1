namespace FhirMsc.Fhir.Tests.Validation.Terminologies;

public class ConceptMapRuleTests
{
    private const string System = """{"resourceType":"CodeSystem","url":"http://example.org/cs","status":"active","content":"complete","concept":[{"code":"a"},{"code":"b"}]}""";
    private const string ValueSet = """{"resourceType":"ValueSet","url":"http://example.org/vs","status":"active","compose":{"include":[{"system":"http://example.org/cs","concept":[{"code":"a"}]}]}}""";

    [Theory]
    [InlineData("a", "a", null)]
    [InlineData("b", "a", "Error conceptmap-code @ ConceptMap.group[0].element[0].code")]
    [InlineData("z", "a", "Warning conceptmap-code @ ConceptMap.group[0].element[0].code")]
    [InlineData("a", "b", "Warning conceptmap-code @ ConceptMap.group[0].element[0].target[0].code")]
    public void Codes_are_in_their_value_sets(string source, string target, string? finding)
    {
        var map = $$$$"""{"resourceType":"ConceptMap","status":"active","sourceCanonical":"http://example.org/vs","targetCanonical":"http://example.org/vs","group":[{"source":"http://example.org/cs","target":"http://example.org/cs","element":[{"code":"{{{{source}}}}","target":[{"code":"{{{{target}}}}","equivalence":"equivalent"}]}]}]}""";

        var found = Findings.All(map, [System, ValueSet]).Where(issue => issue.Kind.Id == "conceptmap-code").Select(issue => $"{issue.Severity} {issue.Kind.Id} @ {issue.Path}");

        Assert.Equal(finding is null ? [] : [finding], found);
    }

    [Theory]
    [InlineData("""{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":1,"system":"http://unitsofmeasure.org","code":"furlong/fortnight"}}""", "coding-unknown-code @ Observation.valueQuantity.code")]
    public void A_code_is_one_of_its_system(string resource, string finding) => Assert.Equal([finding], Findings.Of("coding-", resource, System));
}
