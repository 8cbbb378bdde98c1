using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Tests.Snapshots;

public class HostileTests
{
    [Fact]
    public void A_circle_of_bases_is_reported()
    {
        var first = Draft.Profile("Patient", """{"path":"Patient"}""", "http://test/a", "http://test/b");
        var second = Draft.Profile("Patient", """{"path":"Patient"}""", "http://test/b", "http://test/a");

        var result = Draft.Generate(first, second);

        Assert.Null(result.Structure);
        Assert.Contains("http://test/a", Assert.Single(result.Issues).Text, StringComparison.Ordinal);
        Assert.Equal("snapshot-cycle", Draft.Generate(Draft.Profile("Patient", """{"path":"Patient"}""", "http://test/a", "http://test/a")).Issues[0].Kind.Id);
    }

    [Fact]
    public void Profiles_that_step_into_each_other_end()
    {
        const string Step = """{"path":"Extension.extension","sliceName":"x","type":[{"code":"Extension","profile":["%"]}]},{"path":"Extension.extension.url","min":1}""";
        StructureDefinition[] circle = [.. Enumerable.Range(0, 12).Select(i => Draft.Extension(Step.Replace("%", $"http://test/{(i + 1) % 12}", StringComparison.Ordinal), $"http://test/{i}"))];

        foreach (var structure in circle)
        {
            var result = Draft.Generate(structure, circle);
            Assert.NotNull(result.Structure?.Snapshot);
            Assert.NotEmpty(result.Issues);
        }
    }

    [Fact]
    public void An_extension_may_hold_itself_but_not_be_its_own_root()
    {
        var inside = Draft.Extension("""{"path":"Extension","short":"Me"},{"path":"Extension.extension","sliceName":"again","type":[{"code":"Extension","profile":["http://test/extension"]}]}""");
        var root = Draft.Extension("""{"path":"Extension","type":[{"code":"Extension","profile":["http://test/extension"]}]}""");

        Assert.Equal("Me", Draft.Clean(inside).At("Extension.extension:again").Short);
        Assert.Equal("snapshot-cycle", Draft.Generate(root).Issues[0].Kind.Id);
    }

    [Fact]
    public void Chains_of_bases_have_an_end()
    {
        StructureDefinition[] chain = [.. Enumerable.Range(0, 3000).Select(i => Draft.Profile("Patient", """{"path":"Patient"}""", $"http://test/{i}", $"http://test/{i + 1}"))];

        Assert.Null(Draft.Generate(chain[0], chain).Structure);
    }

    [Fact]
    public void Ten_thousand_slices_are_no_trouble()
    {
        var slices = string.Concat(Enumerable.Range(0, 5000).Select(i => $$""",{"path":"Patient.identifier","sliceName":"s{{i}}"},{"path":"Patient.identifier.system","fixedUri":"http://{{i}}"}"""));
        var result = Draft.Generate(Draft.Profile("Patient", """{"path":"Patient.identifier","slicing":{"discriminator":[{"type":"value","path":"system"}],"rules":"open"}}""" + slices));

        Assert.Empty(result.Issues);
        Assert.Equal(5001, result.Structure!.Snapshot!.Count(element => element.Path == "Patient.identifier"));
    }

    [Fact]
    public void A_snapshot_beyond_measure_is_refused()
    {
        var slices = string.Concat(Enumerable.Range(0, 10000).Select(i => $$""",{"path":"ExplanationOfBenefit.item","sliceName":"s{{i}}"}"""));
        var result = Draft.Generate(Draft.Profile("ExplanationOfBenefit", """{"path":"ExplanationOfBenefit.item","slicing":{"discriminator":[{"type":"value","path":"sequence"}],"rules":"open"}}""" + slices));

        Assert.Null(result.Structure);
        Assert.Equal("snapshot-too-large", Assert.Single(result.Issues).Kind.Id);
    }

    [Fact]
    public void Slices_times_content_has_an_end()
    {
        var content = string.Concat(Enumerable.Range(0, 3000).Select(i => $$""",{"path":"Patient.identifier.extension","sliceName":"e{{i}}"}"""));
        var slices = string.Concat(Enumerable.Range(0, 3000).Select(i => $$""",{"path":"Patient.identifier","sliceName":"s{{i}}","type":[{"code":"Identifier","profile":["http://test/id"]}]}"""));
        var result = Draft.Generate(
            Draft.Profile("Patient", """{"path":"Patient.identifier","slicing":{"discriminator":[{"type":"value","path":"system"}],"rules":"open"}}""" + content + slices),
            Draft.Profile("Identifier", """{"path":"Identifier"}""", "http://test/id", kind: "complex-type"));

        Assert.Null(result.Structure);
        Assert.All(result.Issues, issue => Assert.Equal("snapshot-too-large", issue.Kind.Id));
    }

    [Fact]
    public void Ids_that_name_a_slice_each_are_no_trouble()
    {
        var elements = string.Join(',', Enumerable.Range(0, 10000).Select(i => $$"""{"id":"Patient.name:s{{i}}.n{{i}}","path":"Patient.name.n{{i}}","min":1}"""));

        Assert.Equal(1000, Draft.Generate(Draft.Profile("Patient", elements)).Issues.Count);
    }

    [Fact]
    public void Depth_without_end_is_refused()
    {
        var deep = "Questionnaire" + string.Concat(Enumerable.Repeat(".item", 5000));
        var result = Draft.Generate(Draft.Profile("Questionnaire", $$"""{"path":"{{deep}}","min":1},{"path":"Questionnaire.item{{string.Concat(Enumerable.Repeat(".item", 50))}}.text","min":1}"""));

        Assert.Equal("snapshot-too-deep", Assert.Single(result.Issues).Kind.Id);
        Assert.NotNull(result.Structure);
    }

    [Fact]
    public void Complaints_are_limited()
    {
        var broken = string.Join(',', Enumerable.Range(0, 10000).Select(i => $$"""{"path":"Patient.no{{i}}","min":1}"""));

        Assert.Equal(1000, Draft.Generate(Draft.Profile("Patient", broken)).Issues.Count);
    }

    [Fact]
    public void A_content_reference_to_nowhere_or_to_itself_ends()
    {
        var type = Draft.Read("""
            {"resourceType":"StructureDefinition","url":"http://test/Loop","name":"Loop","kind":"logical","type":"http://test/Loop","derivation":"specialization",
             "baseDefinition":"http://hl7.org/fhir/StructureDefinition/Element","differential":{"element":[{"path":"Loop"},
              {"path":"Loop.self","min":0,"max":"1","contentReference":"#Loop.self"},{"path":"Loop.lost","min":0,"max":"1","contentReference":"#Loop.nowhere"}]}}
            """);
        var profile = Draft.Read("""
            {"resourceType":"StructureDefinition","url":"http://test/profile","name":"P","kind":"logical","type":"http://test/Loop","derivation":"constraint","baseDefinition":"http://test/Loop",
             "differential":{"element":[{"path":"Loop"},{"path":"Loop.self.self.self","min":0},{"path":"Loop.lost.x","min":0}]}}
            """);

        Assert.Contains("snapshot-content-reference", Draft.Generate(profile, type).Issues.Select(issue => issue.Kind.Id));
    }
}
