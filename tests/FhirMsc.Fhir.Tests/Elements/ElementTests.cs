using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Tests.FhirPath;

namespace FhirMsc.Fhir.Tests.Elements;

public class ElementTests
{
    private static readonly Element Observation = Element.Of(Sample.Observation, Sample.Model);

    [Fact]
    public void Choices_have_their_plain_name_and_their_type()
    {
        var value = Observation.Child("value");

        Assert.Equal(("value", "Quantity", "Observation.valueQuantity"), (value.Name, value.Type!.Name, value.Path));
        Assert.Equal("72.50 'kg'", value.AsQuantity()?.ToString());
        Assert.Equal(72.50m, value.Child("value").AsDecimal());
        Assert.Equal("Observation.value[x]", value.Definition!.Path);
    }

    [Fact]
    public void Elements_inside_have_the_types_of_the_resource()
    {
        Assert.Equal(["Observation.component", "Observation.component", "Observation.component"], Observation.ChildrenNamed("component").Select(component => component.Type!.Name));
        Assert.Equal("integer", Observation.Child("component").Child("value").Type!.Name);
        Assert.Equal(TemporalPrecision.Second, Observation.Child("effective").AsTemporal()?.Precision);
    }

    [Fact]
    public void Contained_resources_have_their_own_type()
    {
        var contained = Element.Of(Sample.Patient, Sample.Model).Child("contained");

        Assert.True(contained.IsResource);
        Assert.Equal("Organization", contained.Type!.Name);
        Assert.Equal("string", contained.Child("name").Type!.Name);
    }

    [Fact]
    public void A_node_finds_its_type_from_its_place()
    {
        var given = Sample.Patient.Child("name").Child("given");

        Assert.Equal(("string", "given"), (Element.Of(given, Sample.Model).Type!.Name, Element.Of(given, Sample.Model).Name));
    }

    [Fact]
    public void What_is_not_defined_has_no_type()
    {
        var unknown = Element.Of(Sample.Parse("""{"resourceType":"Patient","colour":"red"}"""), Sample.Model).Child("colour");

        Assert.True(unknown.Exists);
        Assert.Null(unknown.Type);
        Assert.Equal("red", unknown.Text);
        Assert.False(Observation.Child("nothing").Exists);
    }

    [Fact]
    public void A_bound_is_no_quantity() => Assert.Null(Observation.ChildrenNamed("component").Last().Child("value").AsQuantity());
}
