namespace FhirMsc.Fhir.Tests.Validation.Terminologies;

public class CodeSystemRuleTests
{
    private const string Standard = "http://hl7.org/fhir/concept-properties#";

    [Theory]
    [InlineData("""
        "content":"complete","count":2,"property":[{"code":"x","type":"Coding"},{"code":"inactive","uri":"http://hl7.org/fhir/concept-properties#inactive","type":"boolean"}],"concept":[{"code":"a","property":[{"code":"x","valueCoding":{"code":"y"}}],"concept":[{"code":"b","property":[{"code":"inactive","valueBoolean":true}]}]}]
        """)]
    [InlineData(""" "content":"supplement","supplements":"http://hl7.org/fhir/administrative-gender","concept":[{"code":"male"}] """)]
    public void Accepts(string content) => Assert.Empty(Find(content));

    [Theory]
    [InlineData(""" "content":"not-present","concept":[{"code":"a"}] """, "codesystem-unexpected-concepts @ CodeSystem.concept[0]")]
    [InlineData(""" "content":"complete","supplements":"http://example.org/x" """, "codesystem-supplement-content @ CodeSystem.content")]
    [InlineData(""" "content":"supplement" """, "codesystem-supplement-of-nothing @ CodeSystem")]
    [InlineData(""" "content":"supplement","supplements":"http://hl7.org/fhir/administrative-gender","concept":[{"code":"nobody"}] """, "codesystem-supplement-code @ CodeSystem.concept[0]")]
    [InlineData(""" "content":"complete","count":2,"concept":[{"code":"a"}] """, "codesystem-count @ CodeSystem.count")]
    [InlineData(""" "content":"complete","property":[{"code":"x","type":"string"},{"code":"x","type":"string"}] """, "codesystem-duplicate-property @ CodeSystem.property[1]")]
    [InlineData(""" "content":"complete","property":[{"code":"x","uri":"http://example.org/x","type":"string"},{"code":"y","uri":"http://example.org/x","type":"string"}] """, "codesystem-duplicate-property @ CodeSystem.property[1]")]
    [InlineData($$""" "content":"complete","property":[{"code":"inactive","uri":"{{Standard}}inactive","type":"string"}] """, "codesystem-property-type @ CodeSystem.property[0]")]
    [InlineData($$""" "content":"complete","property":[{"code":"inactive","uri":"{{Standard}}notSelectable","type":"boolean"}] """, "codesystem-property-code @ CodeSystem.property[0]")]
    [InlineData(""" "content":"complete","property":[{"code":"x","type":"string"}],"concept":[{"code":"a","property":[{"code":"x","valueInteger":1}]}] """, "codesystem-property-value @ CodeSystem.concept[0].property[0]")]
    [InlineData(""" "content":"complete","concept":[{"code":"a","property":[{"code":"x","valueInteger":1}]}] """, "codesystem-undeclared-property @ CodeSystem.concept[0].property[0]")]
    [InlineData(""" "content":"complete","property":[{"code":"parent","type":"code"}],"concept":[{"code":"a","property":[{"code":"parent","valueCode":"z"}]}] """, "codesystem-property-target @ CodeSystem.concept[0].property[0]")]
    public void Rejects(string content, string finding) => Assert.Equal([finding], Find(content));

    private static string[] Find(string content) => Findings.Of("codesystem-", $$"""{"resourceType":"CodeSystem","url":"http://example.org/CodeSystem/x","status":"active",{{content}}}""");
}
