using FhirMsc.Fhir.FhirPath;

namespace FhirMsc.Fhir.Tests.FhirPath;

public class StrictTests
{
    [Theory]
    [InlineData("name.given1", "Patient", "fhirpath-unknown-element", 6)]
    [InlineData("Observation.name", "Patient", "fhirpath-unknown-element", 1)]
    [InlineData("valueQuantity.unit", "Observation", "fhirpath-unknown-element", 1)]
    [InlineData("(value as Period).unit", "Observation", "fhirpath-unknown-element", 19)]
    [InlineData("name.where(famly = 'x')", "Patient", "fhirpath-unknown-element", 12)]
    [InlineData("name.select(given.foo)", "Patient", "fhirpath-unknown-element", 19)]
    [InlineData("name.length()", "Patient", "fhirpath-wrong-input", 6)]
    [InlineData("active.abs()", "Patient", "fhirpath-wrong-input", 8)]
    [InlineData("name.ofType(Quantity)", "Patient", "", 0)]
    [InlineData("name.ofType(Address)", "Patient", "fhirpath-impossible-type", 6)]
    [InlineData("Patient.nam", null, "fhirpath-unknown-element", 9)]
    [InlineData("'a'.foo", null, "fhirpath-unknown-element", 5)]
    [InlineData("name.given.startsWith('a')", "Patient", "", 0)]
    [InlineData("value.ofType(Quantity).value > 5", "Observation", "", 0)]
    [InlineData("value.unit", "Observation", "", 0)]
    [InlineData("contained.name", "Patient", "", 0)]
    [InlineData("contained.ofType(Organization).name", "Patient", "", 0)]
    [InlineData("entry.resource.name", "Bundle", "", 0)]
    [InlineData("repeat(item).linkId", "Questionnaire", "", 0)]
    [InlineData("item.item.item.linkId", "Questionnaire", "", 0)]
    [InlineData("item.item.itm", "Questionnaire", "fhirpath-unknown-element", 11)]
    [InlineData("extension('http://e').value.ofType(string)", "Patient", "", 0)]
    [InlineData("iif(active, name, telecom).use", "Patient", "", 0)]
    [InlineData("(name | telecom).family", "Patient", "", 0)]
    [InlineData("%resource.name.family", "Patient", "", 0)]
    [InlineData("%any.foo", "Patient", "", 0)]
    [InlineData("managingOrganization.resolve().foo", "Patient", "", 0)]
    [InlineData("descendants().foo", "Patient", "", 0)]
    [InlineData("(1 'mg').value", "Patient", "", 0)]
    [InlineData("children().skip(1)", "Patient", "fhirpath-unordered", 12)]
    [InlineData("descendants().where(true).select($this)[0]", "Patient", "fhirpath-unordered", 40)]
    [InlineData("children().sort(id).first()", "Patient", "", 0)]
    [InlineData("children().count()", "Patient", "", 0)]
    [InlineData("name.sort(famly desc)", "Patient", "fhirpath-unknown-element", 11)]
    public void Refuses_what_can_never_work(string text, string? context, string code, int column)
    {
        var compilation = FhirPathExpression.Compile(text, new FhirPathOptions { Model = Sample.Model, Strict = true, ContextType = context });

        Assert.Equal(code, compilation.Issues.Count == 0 ? string.Empty : compilation.Issues[0].Kind.Id);
        Assert.Equal(column, compilation.Issues.Count == 0 ? 0 : compilation.Issues[0].Position!.Value.Column);
    }

    [Fact]
    public void Says_how_to_write_a_choice()
    {
        var compilation = FhirPathExpression.Compile("Observation.valueQuantity", new FhirPathOptions { Model = Sample.Model, Strict = true });

        Assert.Contains("Write 'value'", compilation.Issues[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Collects_all_wrong_steps()
    {
        var compilation = FhirPathExpression.Compile("nam.exists() or name.famly.exists() or gendr = 'x'", new FhirPathOptions { Model = Sample.Model, Strict = true, ContextType = "Patient" });

        Assert.Equal(3, compilation.Issues.Count);
    }
}
