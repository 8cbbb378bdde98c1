namespace FhirMsc.Fhir.Tests.Snapshots;

public class ContentTests
{
    [Fact]
    public void The_elements_of_a_type_are_spelt_out_where_the_differential_steps_in()
    {
        var snapshot = Draft.Clean(Draft.Profile("Patient", """{"path":"Patient.name.period.start","min":1}"""));

        Assert.Equal(1, snapshot.At("Patient.name.period.start").Min);
        Assert.Equal("Period.end", snapshot.At("Patient.name.period.end").Base!.Path);
        Assert.Equal("HumanName.family", snapshot.At("Patient.name.family").Base!.Path);
        Assert.DoesNotContain(snapshot, element => element.Path.StartsWith("Patient.address.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_elements_of_a_profile_are_those_it_has()
    {
        var name = Draft.Profile("HumanName", """{"path":"HumanName.family","min":1}""", "http://test/name", kind: "complex-type");
        var snapshot = Draft.Clean(Draft.Profile("Patient", """{"path":"Patient.name","type":[{"code":"HumanName","profile":["http://test/name"]}]},{"path":"Patient.name.given","max":"1"}"""), name);

        Assert.Equal((1, 1), (snapshot.At("Patient.name.family").Min, snapshot.At("Patient.name.given").Max));
        Assert.Equal((0, int.MaxValue), (snapshot.At("Patient.name").Min, snapshot.At("Patient.name").Max));
    }

    [Fact]
    public void Below_a_choice_of_types_stands_what_all_of_them_have()
    {
        var snapshot = Draft.Clean(Draft.Profile("Observation", """{"path":"Observation.value[x].extension","max":"0"}"""));

        Assert.Equal(["Observation.value[x].id", "Observation.value[x].extension"], snapshot.Select(element => element.Id).Where(id => id.StartsWith("Observation.value[x].", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_content_reference_is_followed_and_what_is_said_below_it_stays_below_it()
    {
        var snapshot = Draft.Clean(Draft.Profile("Questionnaire", """{"path":"Questionnaire.item.text","min":1},{"path":"Questionnaire.item.item.item.linkId","short":"Deep"}"""));

        Assert.Equal(("BackboneElement", null), (Assert.Single(snapshot.At("Questionnaire.item.item").Types).Code, snapshot.At("Questionnaire.item.item").ContentReference));
        Assert.Equal("Deep", snapshot.At("Questionnaire.item.item.item.linkId").Short);
        Assert.Equal((1, 0), (snapshot.At("Questionnaire.item.text").Min, snapshot.At("Questionnaire.item.item.text").Min));
        Assert.Equal("http://hl7.org/fhir/StructureDefinition/Questionnaire#Questionnaire.item", snapshot.At("Questionnaire.item.item.item.item").ContentReference);
    }

    [Fact]
    public void A_prohibited_element_stays_with_a_greatest_number_of_none()
    {
        var snapshot = Draft.Clean(Draft.Profile("Patient", """{"path":"Patient.contact","max":"0"}"""));

        Assert.Equal(0, snapshot.At("Patient.contact").Max);
        Assert.Contains(snapshot, element => element.Id == "Patient.contact.name");
    }

    [Fact]
    public void A_new_type_has_what_its_base_has_and_what_it_adds()
    {
        var type = Draft.Read("""
            {"resourceType":"StructureDefinition","url":"http://test/Visit","name":"Visit","kind":"complex-type","type":"Visit","derivation":"specialization",
             "baseDefinition":"http://hl7.org/fhir/StructureDefinition/BackboneElement","differential":{"element":[
              {"path":"Visit","short":"A visit"},
              {"path":"Visit.when","min":1,"max":"1","type":[{"code":"Period"}]},
              {"path":"Visit.where","min":0,"max":"*","type":[{"code":"BackboneElement"}]},
              {"path":"Visit.where.room","min":1,"max":"1","type":[{"code":"string"}]}]}}
            """);
        var snapshot = Draft.Clean(type);

        Assert.Equal(
            ["Visit", "Visit.id", "Visit.extension", "Visit.modifierExtension", "Visit.when", "Visit.where", "Visit.where.id", "Visit.where.extension", "Visit.where.modifierExtension", "Visit.where.room"],
            snapshot.Select(element => element.Id));
        Assert.Equal(("Visit", "Element.id", "Visit.when"), (snapshot[0].Base!.Path, snapshot[1].Base!.Path, snapshot[4].Base!.Path));
        Assert.Contains(snapshot.At("Visit.when").Constraints, constraint => constraint.Key == "ele-1");
    }

    [Fact]
    public void A_logical_model_may_have_elements_of_its_own_kind_only()
    {
        var model = Draft.Read("""
            {"resourceType":"StructureDefinition","url":"http://test/Request","name":"Request","kind":"logical","type":"http://test/Request","derivation":"specialization",
             "baseDefinition":"http://hl7.org/fhir/StructureDefinition/Element","differential":{"element":[{"path":"Request"},{"path":"Request.hook","min":1,"max":"1","type":[{"code":"code"}]}]}}
            """);

        Assert.Equal(["Request", "Request.id", "Request.extension", "Request.hook"], Draft.Clean(model).Select(element => element.Id));
    }

    [Theory]
    [InlineData("""{"path":"Patient.name","type":[{"code":"HumanName","profile":["http://test/nowhere"]}]},{"path":"Patient.name.given","max":"1"}""", "snapshot-unknown-profile")]
    [InlineData("""{"path":"Patient.name.surname","min":1}""", "snapshot-unknown-element")]
    [InlineData("""{"path":"Patient..name","min":1}""", "snapshot-bad-path")]
    [InlineData("""{"path":"Person.name","min":1}""", "snapshot-bad-path")]
    [InlineData("""{"path":"Patient.birthDate","min":1},{"path":"Patient.name","min":1}""", "snapshot-order")]
    [InlineData("""{"path":"Patient.birthDate","min":1},{"path":"Patient.birthDate","min":1}""", "snapshot-duplicate")]
    public void What_cannot_be_found_or_placed_is_reported(string elements, string issue) =>
        Assert.All(Draft.Generate(Draft.Profile("Patient", """{"path":"Patient"},""" + elements)).Issues, found => Assert.Equal(issue, found.Kind.Id));
}
