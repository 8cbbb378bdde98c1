namespace FhirMsc.Fhir.Tests.Validation.Narratives;

public class NarrativeControlRuleTests
{
    private const string Url = "http://example.org/StructureDefinition/p";

    [Theory]
    [InlineData("source-control", "error", "<p class='generated'>x</p>", 0)]
    [InlineData("source-control", "error", "<div class='x original'><p>x</p><p>y</p></div>", 0)]
    [InlineData("source-control", "error", "<p>x</p><p class='generated'>y</p>z", 2)]
    [InlineData("language-control", "_no", "<p>x</p>", 0)]
    [InlineData("language-control", "_no", "<div lang='de'>x</div>", 1)]
    [InlineData("language-control", "_yes", "<div lang='de'>x</div>", 0)]
    [InlineData("language-control", "_yes", "<p>x</p>", 1)]
    [InlineData("language-control", "_resource", "<div lang='en'>x</div>", 0)]
    [InlineData("language-control", "_resource", "<div lang='de'>x</div>", 1)]
    [InlineData("language-control", "fr", "<div xml:lang='fr'>x</div>", 0)]
    [InlineData("language-control", "fr", "<div lang='de'>x</div>", 1)]
    public void A_profile_controls_the_parts_of_a_narrative(string control, string value, string inside, int findings)
    {
        var profile = $$$$"""{"resourceType":"StructureDefinition","url":"{{{{Url}}}}","name":"P","status":"draft","kind":"resource","abstract":false,"type":"Patient","baseDefinition":"http://hl7.org/fhir/StructureDefinition/Patient","derivation":"constraint","differential":{"element":[{"id":"Patient.text","path":"Patient.text","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/narrative-{{{{control}}}}","valueCode":"{{{{value}}}}"}]}]}}""";
        var patient = $$$"""{"resourceType":"Patient","language":"en","text":{"status":"generated","div":"<div xmlns='http://www.w3.org/1999/xhtml'>{{{inside}}}</div>"}}""";

        var found = Findings.All(patient, [profile], profiles: [Url]).Where(issue => issue.IsError).ToList();

        Assert.All(found, issue => Assert.Equal("Patient.text", issue.Path));
        Assert.Equal(findings, found.Count(issue => issue.Kind.Id is "narrative-no-source" or "narrative-sections"));
        Assert.Equal(findings, found.Count);
    }
}
