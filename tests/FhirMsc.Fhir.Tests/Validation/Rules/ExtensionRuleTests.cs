using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Tests.Snapshots;

namespace FhirMsc.Fhir.Tests.Validation.Rules;

public class ExtensionRuleTests
{
    private const string Url = "http://test/extension";

    [Theory]
    [InlineData("Patient", "\"extension\":[{0}]", true)]
    [InlineData("Patient.name", "\"name\":[{\"extension\":[{0}]}]", true)]
    [InlineData("HumanName", "\"name\":[{\"extension\":[{0}]}]", true)]
    [InlineData("HumanName.family", "\"name\":[{\"_family\":{\"extension\":[{0}]}}]", true)]
    [InlineData("string", "\"name\":[{\"_family\":{\"extension\":[{0}]}}]", true)]
    [InlineData("Element", "\"extension\":[{0}]", true)]
    [InlineData("DomainResource", "\"extension\":[{0}]", true)]
    [InlineData("Patient.deceased[x]", "\"_deceasedBoolean\":{\"extension\":[{0}]}", true)]
    [InlineData("Patient.contact", "\"contact\":[{\"name\":{\"text\":\"a\"},\"extension\":[{0}]}]", true)]
    [InlineData("Patient.contact.name", "\"contact\":[{\"name\":{\"extension\":[{0}]}}]", true)]
    [InlineData("Patient", "\"name\":[{\"extension\":[{0}]}]", false)]
    [InlineData("Patient.name", "\"extension\":[{0}]", false)]
    [InlineData("Practitioner", "\"extension\":[{0}]", false)]
    [InlineData("CanonicalResource", "\"extension\":[{0}]", false)]
    public void An_extension_stands_only_where_its_definition_allows_it(string context, string content, bool isAllowed)
    {
        var json = $$"""{"resourceType":"Patient",{{content.Replace("{0}", $$"""{"url":"{{Url}}","valueString":"a"}""", StringComparison.Ordinal)}}}""";

        Assert.Equal(isAllowed ? 0 : 1, ProfileFindings.With(json, With(new ExtensionContext("element", context))).Count(found => found.StartsWith("extension-context", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Patient.name.where(use = 'official')", "official", true)]
    [InlineData("Patient.name.where(use = 'official')", "usual", false)]
    public void A_context_may_be_an_expression(string expression, string use, bool isAllowed)
    {
        var json = $$"""{"resourceType":"Patient","name":[{"use":"{{use}}","extension":[{"url":"{{Url}}","valueString":"a"}]}]}""";

        Assert.Equal(isAllowed ? [] : ["extension-context @ Patient.name[0].extension[0]"], ProfileFindings.With(json, With(new ExtensionContext("fhirpath", expression))));
    }

    [Theory]
    [InlineData("http://test/outer", true)]
    [InlineData("http://test/other", false)]
    public void A_context_may_be_another_extension(string outer, bool isAllowed)
    {
        var json = $$"""{"resourceType":"Patient","extension":[{"url":"http://test/outer","_valueString":{"extension":[{"url":"{{Url}}","valueString":"a"}]},"valueString":"b"}]}""";

        Assert.Equal(isAllowed ? 0 : 1, ProfileFindings.With(json, With(new ExtensionContext("extension", outer)), With(new ExtensionContext("element", "Patient")) with { Url = "http://test/outer" }).Count(found => found.StartsWith("extension-context", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_context_invariant_must_hold_on_the_element_around()
    {
        var extension = With(new ExtensionContext("element", "Patient")) with { ContextInvariants = ["gender.exists()"] };

        Assert.Equal(["extension-context-invariant @ Patient.extension[0]"], ProfileFindings.With($$"""{"resourceType":"Patient","extension":[{"url":"{{Url}}","valueString":"a"}]}""", extension));
        Assert.Empty(ProfileFindings.With($$"""{"resourceType":"Patient","gender":"male","extension":[{"url":"{{Url}}","valueString":"a"}]}""", extension));
    }

    [Theory]
    [InlineData("http://test/none", "extension", "extension-unknown", Severity.Error)]
    [InlineData("http://test/none", "modifierExtension", "extension-unknown", Severity.Error)]
    [InlineData("http://example.org/none", "modifierExtension", "extension-unknown", Severity.Warning)]
    [InlineData("relative", "extension", "extension-not-absolute", Severity.Error)]
    [InlineData("http://hl7.org/fhir/StructureDefinition/Patient", "extension", "extension-wrong-kind", Severity.Error)]
    public void An_extension_must_be_defined(string url, string name, string id, Severity severity)
    {
        var issue = Assert.Single(ProfileFindings.All($$"""{"resourceType":"Patient","{{name}}":[{"url":"{{url}}","valueString":"a"}]}""", [], []));

        Assert.Equal((id, severity), (issue.Kind.Id, issue.Severity));
    }

    [Fact]
    public void Example_extensions_and_tolerated_ones_need_no_definition()
    {
        Assert.Empty(ProfileFindings.With("""{"resourceType":"Patient","extension":[{"url":"http://example.org/none","valueString":"a"}]}"""));
        Assert.Empty(ProfileFindings.All("""{"resourceType":"Patient","extension":[{"url":"http://test/none","valueString":"a"}]}""", [], [], settings => settings with { ToleratedExtensions = ["http://test/"] }));
        Assert.NotEmpty(ProfileFindings.All("""{"resourceType":"Patient","extension":[{"url":"http://example.org/none","valueString":"a"}]}""", [], [], settings => settings with { AllowsExamples = false }));
    }

    [Theory]
    [InlineData(true, "extension", "extension-modifier")]
    [InlineData(false, "modifierExtension", "extension-not-modifier")]
    public void A_modifier_must_stand_among_the_modifiers(bool isModifier, string name, string id)
    {
        var extension = Draft.Extension($$"""{"path":"Extension","isModifier":{{(isModifier ? "true" : "false")}}},{"path":"Extension.url","fixedUri":"{{Url}}"}""");

        Assert.Equal([$"{id} @ Patient.{name}[0]"], ProfileFindings.With($$"""{"resourceType":"Patient","{{name}}":[{"url":"{{Url}}","valueString":"a"}]}""", extension));
    }

    [Theory]
    [InlineData("\"valueString\":\"a\"", null)]
    [InlineData("\"valueCode\":\"a\"", "profile-type-not-allowed @ Patient.extension[0].valueCode")]
    [InlineData("\"extension\":[{\"url\":\"http://example.org/x\",\"valueString\":\"a\"}]", "profile-too-few @ Patient.extension[0]")]
    public void An_extension_must_conform_to_its_definition(string content, string? finding)
    {
        var extension = Draft.Extension($$"""{"path":"Extension.url","fixedUri":"{{Url}}"},{"path":"Extension.value[x]","min":1,"type":[{"code":"string"}]}""");

        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.With($$"""{"resourceType":"Patient","extension":[{"url":"{{Url}}",{{content}}}]}""", extension));
    }

    [Theory]
    [InlineData("a", null)]
    [InlineData("b", "extension-unknown-part @ Patient.extension[0].extension[0]")]
    public void A_part_must_be_one_that_the_definition_has(string part, string? finding)
    {
        var extension = Draft.Extension($$"""{"path":"Extension.extension","sliceName":"a"},{"path":"Extension.extension.url","fixedUri":"a"},{"path":"Extension.url","fixedUri":"{{Url}}"},{"path":"Extension.value[x]","max":"0"}""");

        Assert.Equal(finding is null ? [] : [finding], ProfileFindings.With($$"""{"resourceType":"Patient","extension":[{"url":"{{Url}}","extension":[{"url":"{{part}}","valueString":"x"}]}]}""", extension));
    }

    [Theory]
    [InlineData("""{"url":"http://example.org/a"}""", "invariant-broken @ Patient.extension[0]")]
    [InlineData("""{"url":"http://example.org/a","valueString":"a","valueCode":"a"}""", "structure-two-choices @ Patient.extension[0].valueCode")]
    [InlineData("""{"valueString":"a"}""", "structure-missing @ Patient.extension[0]")]
    public void Every_extension_has_a_url_and_one_value_or_parts(string extension, string finding) =>
        Assert.Equal([finding], ProfileFindings.With($$"""{"resourceType":"Patient","extension":[{{extension}}]}"""));

    [Fact]
    public void Ids_have_no_extensions() =>
        Assert.Equal(["structure-no-extensions @ Patient.id"], ProfileFindings.With("""{"resourceType":"Patient","id":"a","_id":{"extension":[{"url":"http://example.org/a","valueString":"a"}]}}"""));

    private static StructureDefinition With(ExtensionContext context) => Draft.Extension($$"""{"path":"Extension.url","fixedUri":"{{Url}}"}""") with { Contexts = [context] };
}
