using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Tests.Snapshots;

public class SliceTests
{
    private const string ByCode = """{"path":"Observation.component","slicing":{"discriminator":[{"type":"pattern","path":"code"}],"rules":"open"}}""";

    [Fact]
    public void A_new_slice_has_all_that_the_element_has_and_need_not_be_there()
    {
        var snapshot = Draft.Clean(Draft.Profile("Patient", """
            {"path":"Patient.communication","min":1,"slicing":{"discriminator":[{"type":"value","path":"preferred"}],"rules":"closed"}},
            {"path":"Patient.communication","sliceName":"first","max":"1"},
            {"path":"Patient.communication.preferred","min":1}
            """));

        var ids = snapshot.Select(element => element.Id).Where(id => id.StartsWith("Patient.communication", StringComparison.Ordinal)).ToList();
        Assert.Equal(ids.Where(id => !id.Contains(':', StringComparison.Ordinal)), ids.Where(id => id.Contains(':', StringComparison.Ordinal)).Select(id => id.Replace(":first", string.Empty, StringComparison.Ordinal)));
        Assert.Equal((0, 1), (snapshot.At("Patient.communication:first").Min, snapshot.At("Patient.communication:first").Max));
        Assert.Null(snapshot.At("Patient.communication:first").Slicing);
        Assert.Equal((0, 1), (snapshot.At("Patient.communication.preferred").Min, snapshot.At("Patient.communication:first.preferred").Min));
    }

    [Fact]
    public void A_slice_of_a_profiled_type_shows_what_is_said_of_all_slices()
    {
        var mail = Draft.Profile("ContactPoint", """{"path":"ContactPoint.system","fixedCode":"email"}""", "http://test/mail", kind: "complex-type");
        var snapshot = Draft.Clean(Draft.Profile("Patient", """
            {"path":"Patient.telecom","slicing":{"discriminator":[{"type":"value","path":"system"}],"rules":"open"}},{"path":"Patient.telecom.value","min":1},
            {"path":"Patient.telecom","sliceName":"a","type":[{"code":"ContactPoint","profile":["http://test/mail"]}]},
            {"path":"Patient.telecom","sliceName":"b"},{"path":"Patient.telecom.system","fixedCode":"phone"}
            """), mail);

        Assert.Equal("email", snapshot.At("Patient.telecom:a.system").Fixed?.Node.Text);
        Assert.Equal((1, 1, 0), (snapshot.At("Patient.telecom.value").Min, snapshot.At("Patient.telecom:a.value").Min, snapshot.At("Patient.telecom:b.value").Min));
    }

    [Fact]
    public void An_id_can_name_a_slice_of_the_base_that_the_differential_leaves_out()
    {
        var first = Draft.Profile("Observation", ByCode + """,{"path":"Observation.component","sliceName":"a"},{"path":"Observation.component","sliceName":"b"}""", "http://test/base");
        var second = Draft.Profile("Observation", """
            {"id":"Observation.component:a.code","path":"Observation.component.code","short":"A"},{"id":"Observation.component:b.code","path":"Observation.component.code","short":"B"}
            """, from: "http://test/base");

        var snapshot = Draft.Clean(second, first);

        Assert.Equal(("A", "B"), (snapshot.At("Observation.component:a.code").Short, snapshot.At("Observation.component:b.code").Short));
        Assert.NotEqual("A", snapshot.At("Observation.component.code").Short);
    }

    [Fact]
    public void An_id_that_names_a_slice_which_is_nowhere_is_reported()
    {
        var result = Draft.Generate(Draft.Profile("Observation", """{"id":"Observation.component:a.code","path":"Observation.component.code","short":"A"}"""));

        Assert.Equal("snapshot-unknown-slice", Assert.Single(result.Issues).Kind.Id);
        Assert.Equal("A", result.Structure!.Snapshot!.At("Observation.component.code").Short);
    }

    [Fact]
    public void Slices_of_the_base_keep_their_place_and_new_ones_follow()
    {
        var first = Draft.Profile("Observation", ByCode + """,{"path":"Observation.component","sliceName":"a"},{"path":"Observation.component","sliceName":"b"}""", "http://test/base");
        var second = Draft.Profile("Observation", """{"path":"Observation.component","sliceName":"b","min":1},{"path":"Observation.component","sliceName":"c"}""", from: "http://test/base");

        var slices = Draft.Clean(second, first).Where(element => element.Path == "Observation.component").ToList();

        Assert.Equal([null, "a", "b", "c"], slices.Select(slice => slice.SliceName));
        Assert.Equal([0, 0, 1, 0], slices.Select(slice => slice.Min));
        Assert.Single(slices[0].Slicing!.Discriminators);
    }

    [Fact]
    public void A_slice_of_a_slice_starts_from_the_slice()
    {
        var snapshot = Draft.Clean(Draft.Profile("Observation", ByCode + """
            ,{"path":"Observation.component","sliceName":"a","mustSupport":true,"slicing":{"discriminator":[{"type":"exists","path":"value"}],"rules":"open"}}
            ,{"path":"Observation.component.code","min":1,"patternCodeableConcept":{"text":"a"}}
            ,{"path":"Observation.component","sliceName":"a/1","max":"1"}
            ,{"path":"Observation.component","sliceName":"b"}
            """));

        Assert.Equal([null, "a", "a/1", "b"], snapshot.Where(element => element.Path == "Observation.component").Select(element => element.SliceName));
        Assert.True(snapshot.At("Observation.component:a/1").MustSupport);
        Assert.Null(snapshot.At("Observation.component:a/1").Slicing);
        Assert.NotNull(snapshot.At("Observation.component:a/1.code").Pattern);
        Assert.Null(snapshot.At("Observation.component:b.code").Pattern);
    }

    [Fact]
    public void A_slice_of_a_slice_of_the_base_stands_behind_it()
    {
        var first = Draft.Profile("Observation", ByCode + """
            ,{"path":"Observation.component","sliceName":"a","slicing":{"discriminator":[{"type":"exists","path":"value"}],"rules":"open"}}
            ,{"path":"Observation.component","sliceName":"a/1"},{"path":"Observation.component","sliceName":"b"}
            """, "http://test/base");
        var second = Draft.Profile("Observation", """{"path":"Observation.component","sliceName":"a"},{"path":"Observation.component","sliceName":"a/2"}""", from: "http://test/base");

        Assert.Equal([null, "a", "a/1", "a/2", "b"], Draft.Clean(second, first).Where(element => element.Path == "Observation.component").Select(element => element.SliceName));
    }

    [Fact]
    public void Extensions_are_sliced_by_url_without_a_word()
    {
        var extension = Draft.Extension("""{"path":"Extension","max":"1","short":"Eye colour"},{"path":"Extension.url","fixedUri":"http://test/extension"}""");
        var snapshot = Draft.Clean(Draft.Profile("Patient", """{"path":"Patient.extension","sliceName":"eyes","type":[{"code":"Extension","profile":["http://test/extension"]}]}"""), extension);

        var slicing = snapshot.At("Patient.extension").Slicing!;
        Assert.Equal(new SlicingDiscriminator(DiscriminatorType.Value, "url"), Assert.Single(slicing.Discriminators));
        Assert.Equal(SlicingRules.Open, slicing.Rules);
        var eyes = snapshot.At("Patient.extension:eyes");
        Assert.Equal((0, 1, "Eye colour"), (eyes.Min, eyes.Max, eyes.Short));
        Assert.Contains(eyes.Constraints, constraint => constraint.Key == "ext-1");
        Assert.Equal("DomainResource.extension", eyes.Base!.Path);
    }

    [Fact]
    public void Rules_and_discriminators_of_the_base_can_be_narrowed()
    {
        var first = Draft.Profile("Observation", ByCode, "http://test/base");
        var second = Draft.Profile("Observation", """{"path":"Observation.component","slicing":{"discriminator":[{"type":"pattern","path":"code"},{"type":"exists","path":"value"}],"ordered":true,"rules":"closed"}}""", from: "http://test/base");

        var slicing = Draft.Clean(second, first).At("Observation.component").Slicing!;

        Assert.Equal((2, true, SlicingRules.Closed), (slicing.Discriminators.Count, slicing.IsOrdered, slicing.Rules));
    }

    [Theory]
    [InlineData("""{"path":"Observation.component","slicing":{"discriminator":[{"type":"value","path":"id"}],"rules":"closed"}}""", "snapshot-slicing-changed")]
    [InlineData("""{"path":"Observation.component","slicing":{"discriminator":[{"type":"pattern","path":"code"}],"rules":"open"}}""", "snapshot-slicing-changed")]
    [InlineData("""{"path":"Observation.component","sliceName":"c"}""", "snapshot-closed-slicing")]
    [InlineData("""{"path":"Observation.component","sliceName":"b"},{"path":"Observation.component","sliceName":"a"}""", "snapshot-order")]
    [InlineData("""{"path":"Observation.component","sliceName":"a","min":1}""", "snapshot-min-lowered", 2)]
    public void Slices_that_contradict_the_base_are_reported(string elements, string issue, int least = 0)
    {
        var first = Draft.Profile("Observation", ByCode.Replace("open", "closed", StringComparison.Ordinal) + $$""",{"path":"Observation.component","sliceName":"a","min":{{least}}},{"path":"Observation.component","sliceName":"b"}""", "http://test/base");

        Assert.Equal(issue, Assert.Single(Draft.Generate(Draft.Profile("Observation", elements, from: "http://test/base"), first).Issues).Kind.Id);
    }

    [Theory]
    [InlineData("""{"path":"Patient.name","sliceName":"official"}""", "snapshot-no-slicing")]
    [InlineData("""{"path":"Patient.maritalStatus","slicing":{"discriminator":[{"type":"value","path":"text"}],"rules":"open"}},{"path":"Patient.maritalStatus","sliceName":"a"}""", "snapshot-single-sliced")]
    [InlineData("""{"path":"Patient.maritalStatus","sliceName":"a"}""", "snapshot-not-sliced")]
    [InlineData("""{"path":"Patient.name","max":"1","slicing":{"discriminator":[{"type":"value","path":"use"}],"rules":"open"}},{"path":"Patient.name","sliceName":"a","min":1},{"path":"Patient.name","sliceName":"b","min":1}""", "snapshot-slice-total")]
    [InlineData("""{"path":"Patient.name","slicing":{"discriminator":[{"type":"value","path":"use"}],"rules":"open"}},{"path":"Patient.name","sliceName":"a"},{"path":"Patient.name","sliceName":"a"}""", "snapshot-duplicate")]
    public void Slices_that_make_no_sense_are_reported(string elements, string issue) =>
        Assert.Equal(issue, Assert.Single(Draft.Generate(Draft.Profile("Patient", elements)).Issues).Kind.Id);
}
