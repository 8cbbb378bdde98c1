using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Tests.Snapshots;

public class MergeTests
{
    [Fact]
    public void What_the_differential_does_not_state_stays()
    {
        var patient = FhirModel.For(FhirRelease.R4).FindStructure(Draft.Core + "Patient")!.Snapshot!;

        var snapshot = Draft.Clean(Draft.Profile("Patient", """{"path":"Patient.birthDate","min":1}"""));

        Assert.Equal(patient.Select(element => element.Id), snapshot.Select(element => element.Id));
        Assert.Equal((1, 1), (snapshot.At("Patient.birthDate").Min, snapshot.At("Patient.birthDate").Max));
        Assert.Equal(patient.At("Patient.birthDate").Types, snapshot.At("Patient.birthDate").Types);
        Assert.Equal(patient.At("Patient.name"), snapshot.At("Patient.name"));
    }

    [Fact]
    public void A_structure_without_a_differential_is_its_base()
    {
        var profile = Draft.Profile("Patient", string.Empty) with { Differential = null };

        Assert.Equal("Patient", Draft.Clean(profile)[0].Id);
    }

    [Theory]
    [InlineData("""{"path":"Patient.gender","short":"Sex"}""", "Sex")]
    public void Texts_are_replaced(string element, string text) =>
        Assert.Equal(text, Draft.Clean(Draft.Profile("Patient", element)).At("Patient.gender").Short);

    [Fact]
    public void Every_property_that_is_stated_replaces_the_bases()
    {
        var made = Draft.Clean(Draft.Profile("Observation", """
            {"path":"Observation.valueInteger","min":1,"max":"1","mustSupport":true,"minValueInteger":1,"maxValueInteger":9,"fixedInteger":5}
            """)).At("Observation.value[x]:valueInteger");

        Assert.True(made.MustSupport);
        Assert.Equal(("1", "9", "5"), (made.MinValue?.Node.Text, made.MaxValue?.Node.Text, made.Fixed?.Node.Text));
    }

    [Fact]
    public void Constraints_add_up_and_say_where_they_come_from()
    {
        var made = Draft.Clean(Draft.Profile("Patient", """
            {"path":"Patient.contact","condition":["x-1"],"constraint":[{"key":"x-1","severity":"error","human":"A name.","expression":"name.exists()"}]}
            """)).At("Patient.contact");

        Assert.Equal(["ele-1", "pat-1", "x-1"], made.Constraints.Select(constraint => constraint.Key));
        Assert.Equal("http://test/profile", made.Constraints[^1].Source);
        Assert.Contains("x-1", made.Conditions);
    }

    [Fact]
    public void A_constraint_of_the_base_keeps_its_meaning()
    {
        var result = Draft.Generate(Draft.Profile("Patient", """
            {"path":"Patient.contact","constraint":[{"key":"pat-1","severity":"error","human":"Nothing.","expression":"true"}]}
            """));

        Assert.Equal("snapshot-constraint-changed", Assert.Single(result.Issues).Kind.Id);
        Assert.NotEqual("true", result.Structure!.Snapshot!.At("Patient.contact").Constraints.Single(constraint => constraint.Key == "pat-1").Expression);
    }

    [Fact]
    public void A_binding_without_a_value_set_keeps_the_bases()
    {
        var made = Draft.Clean(Draft.Profile("Observation", """{"path":"Observation.category","binding":{"strength":"required"}}""")).At("Observation.category").Binding!;

        Assert.Equal((BindingStrength.Required, "http://hl7.org/fhir/ValueSet/observation-category"), (made.Strength, made.ValueSet));
    }

    [Fact]
    public void Additional_bindings_add_up()
    {
        const string Binding = """
            "binding":{"strength":"preferred","valueSet":"http://vs","additional":[{"purpose":"maximum","valueSet":"http://{0}"}]}
            """;
        var first = Draft.Profile("Observation", "{\"path\":\"Observation.category\"," + Binding.Replace("{0}", "a", StringComparison.Ordinal) + "}", "http://test/base");
        var second = Draft.Profile("Observation", "{\"path\":\"Observation.category\"," + Binding.Replace("{0}", "b", StringComparison.Ordinal) + "}", from: "http://test/base");

        Assert.Equal(["http://a", "http://b"], Draft.Clean(second, first).At("Observation.category").Binding!.Additional.Select(more => more.ValueSet));
    }
}
