namespace FhirMsc.Fhir.Tests.Validation.Texts;

public class TextRuleTests
{
    [Theory]
    [InlineData("a < b", null)]
    [InlineData("<5 mg", null)]
    [InlineData("<script>alert(1)</script>", "Error narrative-markup-in-text @ Patient.name[0].text")]
    public void Markup_in_a_string_is_an_error_where_security_is_checked(string text, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], Findings.Of("narrative-markup", $$"""{"resourceType":"Patient","name":[{"text":"{{text}}"}]}""", settings => settings with { SecurityChecks = true }));

    [Theory]
    [InlineData("see <https://example.org/>", null)]
    [InlineData("<br/>", "Warning narrative-markup-in-markdown @ Communication.note[0].text")]
    public void Markup_in_markdown_is_a_warning(string text, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], Findings.Of("narrative-markup", $$"""{"resourceType":"Communication","status":"completed","note":[{"text":"{{text}}"}]}""", settings => settings));

    [Fact]
    public void A_string_is_at_most_a_mebibyte_long()
    {
        Assert.Equal(["text-too-long @ Patient.name[0].text"], Findings.Of("text-", $$"""{"resourceType":"Patient","name":[{"text":"{{new string('x', 1024 * 1024 + 1)}}"}]}"""));
        Assert.Empty(Findings.Of("text-", $$"""{"resourceType":"Patient","name":[{"text":"{{new string('x', 1024 * 1024)}}"}]}"""));
    }

    [Theory]
    [InlineData("https://fhir.example.org/Binary/1", "Error text-example-url @ DocumentReference.content[0].attachment.url")]
    [InlineData("https://fhir.hl7.org/Binary/1", null)]
    public void Example_addresses_are_refused_where_they_are_not_allowed(string url, string? finding)
    {
        var resource = $$"""{"resourceType":"DocumentReference","status":"current","content":[{"attachment":{"url":"{{url}}"} }]}""";

        Assert.Equal(finding is null ? [] : [finding], Findings.Of("text-", resource, settings => settings with { AllowsExamples = false }));
        Assert.Empty(Findings.Of("text-", resource));
    }
}
