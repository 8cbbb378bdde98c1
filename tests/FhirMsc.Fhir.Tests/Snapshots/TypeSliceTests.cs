using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Tests.Snapshots;

public class TypeSliceTests
{
    [Theory]
    [InlineData("""{"path":"Observation.valueQuantity","mustSupport":true},{"path":"Observation.valueQuantity.code","min":1}""")]
    [InlineData("""{"path":"Observation.valueQuantity.code","min":1}""")]
    [InlineData("""{"path":"Observation.value[x]","slicing":{"discriminator":[{"type":"type","path":"$this"}],"rules":"open"}},{"path":"Observation.value[x]","sliceName":"valueQuantity","type":[{"code":"Quantity"}]},{"path":"Observation.value[x].code","min":1}""")]
    [InlineData("""{"path":"Observation.value[x]","sliceName":"valueQuantity"},{"path":"Observation.value[x].code","min":1}""")]
    public void A_name_with_a_type_is_a_slice_of_that_type(string elements)
    {
        var snapshot = Draft.Clean(Draft.Profile("Observation", elements));

        Assert.Equal((11, SlicingRules.Open), (snapshot.At("Observation.value[x]").Types.Count, snapshot.At("Observation.value[x]").Slicing!.Rules));
        Assert.Equal(new SlicingDiscriminator(DiscriminatorType.Type, "$this"), Assert.Single(snapshot.At("Observation.value[x]").Slicing!.Discriminators));
        var slice = snapshot.At("Observation.value[x]:valueQuantity");
        Assert.Equal(("Observation.value[x]", "valueQuantity", "Quantity"), (slice.Path, slice.SliceName, Assert.Single(slice.Types).Code));
        Assert.Equal(1, snapshot.At("Observation.value[x]:valueQuantity.code").Min);
        Assert.Equal("Quantity.code", snapshot.At("Observation.value[x]:valueQuantity.code").Base!.Path);
    }

    [Fact]
    public void Slices_of_all_types_close_the_slicing()
    {
        var snapshot = Draft.Clean(Draft.Profile("Patient", """{"path":"Patient.deceasedBoolean","short":"a"},{"path":"Patient.deceasedDateTime","short":"b"}"""));

        Assert.Equal(SlicingRules.Closed, snapshot.At("Patient.deceased[x]").Slicing!.Rules);
        Assert.Equal(["boolean", "dateTime"], snapshot.Where(element => element.Path == "Patient.deceased[x]" && element.SliceName is not null).Select(element => element.Types[0].Code));
    }

    [Fact]
    public void A_slice_that_must_be_there_leaves_the_choice_only_its_type()
    {
        var snapshot = Draft.Clean(Draft.Profile("Patient", """{"path":"Patient.deceasedBoolean","min":1}"""));

        Assert.Equal(("boolean", 1), (Assert.Single(snapshot.At("Patient.deceased[x]").Types).Code, snapshot.At("Patient.deceased[x]").Min));
    }

    [Fact]
    public void The_slices_of_an_extensions_value_are_its_types()
    {
        var snapshot = Draft.Clean(Draft.Extension("""{"path":"Extension.valueCode","min":0},{"path":"Extension.valueString","min":0}"""));

        Assert.Equal(["code", "string"], snapshot.At("Extension.value[x]").Types.Select(type => type.Code).Order());
    }

    [Fact]
    public void In_a_slice_the_name_with_a_type_sets_the_type()
    {
        var snapshot = Draft.Clean(Draft.Profile("Observation", """
            {"path":"Observation.component","slicing":{"discriminator":[{"type":"pattern","path":"code"}],"rules":"open"}},
            {"path":"Observation.component","sliceName":"a"},{"path":"Observation.component.valueQuantity","min":1}
            """));

        var value = snapshot.At("Observation.component:a.value[x]");
        Assert.Equal(("Quantity", 1), (Assert.Single(value.Types).Code, value.Min));
        Assert.Null(value.Slicing);
    }

    [Fact]
    public void A_choice_of_one_type_can_be_written_either_way()
    {
        var first = Draft.Profile("Observation", """{"path":"Observation.value[x]","type":[{"code":"Quantity"}]}""", "http://test/base");
        var second = Draft.Profile("Observation", """{"path":"Observation.valueQuantity","min":1},{"path":"Observation.valueQuantity.unit","min":1}""", from: "http://test/base");

        var snapshot = Draft.Clean(second, first);

        Assert.Equal(1, snapshot.At("Observation.value[x]").Min);
        Assert.Equal(1, snapshot.At("Observation.value[x].unit").Min);
    }

    [Fact]
    public void A_choice_can_be_sliced_by_something_else()
    {
        var snapshot = Draft.Clean(Draft.Profile("Observation", """
            {"path":"Observation.value[x]","max":"1","type":[{"code":"CodeableConcept"}],"slicing":{"discriminator":[{"type":"value","path":"text"}],"rules":"open"}},
            {"path":"Observation.value[x]","sliceName":"yes"},{"path":"Observation.value[x].text","fixedString":"yes"}
            """));

        Assert.Equal("text", Assert.Single(snapshot.At("Observation.value[x]").Slicing!.Discriminators).Path);
        Assert.NotNull(snapshot.At("Observation.value[x]:yes.text").Fixed);
    }

    [Theory]
    [InlineData("""{"path":"Observation.value[x]","sliceName":"quantity","type":[{"code":"Quantity"}]}""", "snapshot-type-slice-name")]
    [InlineData("""{"path":"Observation.valueQuantity","min":1},{"path":"Observation.valueString","short":"s"}""", "snapshot-type-slice-required")]
    [InlineData("""{"path":"Observation.value[x]","sliceName":"valueQuantity","short":"a"},{"path":"Observation.valueQuantity","short":"b"}""", "snapshot-duplicate")]
    [InlineData("""{"path":"Observation.valueHumanName","min":1}""", "snapshot-unknown-element")]
    public void Slices_that_a_choice_cannot_have_are_reported(string elements, string issue) =>
        Assert.Equal(issue, Assert.Single(Draft.Generate(Draft.Profile("Observation", elements)).Issues).Kind.Id);
}
