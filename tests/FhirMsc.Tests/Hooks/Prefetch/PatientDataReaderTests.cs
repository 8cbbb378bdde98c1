using FhirMsc.Decisions;
using FhirMsc.Hooks.Prefetch;

namespace FhirMsc.Tests.Hooks.Prefetch;

public class PatientDataReaderTests
{
    private static readonly PlanInput Conditions = new("conditions", "Condition", "Condition?patient={{context.patientId}}", null);

    [Theory]
    [InlineData("null")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset"}""")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","total":0,"entry":[]}""")]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","total":0,"entry":null,"link":[{"relation":"self","url":"https://ehr.example.org/Condition"}]}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational"}]},"search":{"mode":"outcome"}}]}""")]
    public void Says_that_there_is_nothing(string value)
    {
        var input = Input(value);

        Assert.Null(input.Unavailable);
        Assert.Empty(input.Resources);
    }

    [Fact]
    public void Takes_what_a_search_matched()
    {
        var input = Input(Samples.Searchset(Samples.Condition, Samples.Condition.Replace("c1", "c2", StringComparison.Ordinal)));

        Assert.Null(input.Unavailable);
        Assert.Equal(["c1", "c2"], input.Resources.Select(resource => resource.Child("id").Text));
    }

    [Fact]
    public void Takes_a_single_resource_where_a_search_was_asked_for() => Assert.Single(Input(Samples.Condition).Resources);

    [Fact]
    public void Takes_a_bundle_where_a_read_was_asked_for()
    {
        var patient = new PlanInput("patient", "Patient", "Patient/{{context.patientId}}", null);
        var found = Samples.Searchset("""{"resourceType":"Patient","id":"p1"}""");
        var request = Samples.Request(Samples.View($$"""{"patient":{{found}} }"""), "patient-view");

        Assert.Single(PatientDataReader.Read(request, [patient]).Inputs["patient"].Resources);
    }

    [Fact]
    public void What_a_search_included_is_not_what_it_matched()
    {
        var bundle = $$"""{"resourceType":"Bundle","total":1,"entry":[{"resource":{{Samples.Condition}},"search":{"mode":"match"} },{"resource":{"resourceType":"Condition","id":"evidence"},"search":{"mode":"include"} },{"resource":{"resourceType":"Encounter","id":"e1"},"search":{"mode":"include"} }]}""";

        Assert.Equal("c1", Assert.Single(Input(bundle).Resources).Child("id").Text);
    }

    [Fact]
    public void A_warning_beside_matches_does_not_take_them_away()
    {
        var bundle = $$"""{"resourceType":"Bundle","entry":[{"resource":{{Samples.Condition}}},{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"warning","code":"incomplete"}]},"search":{"mode":"outcome"} }]}""";

        Assert.Single(Input(bundle).Resources);
    }

    [Theory]
    [InlineData("""{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"forbidden"}]}""", "OperationOutcome")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"timeout"}]}}]}""", "OperationOutcome")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"information"},{"severity":"fatal"}]}}]}""", "OperationOutcome")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"OperationOutcome"}}]}""", "OperationOutcome")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"warning"}]}}]}""", "warning")]
    [InlineData("""{"resourceType":"Bundle","total":7,"entry":[],"link":[{"relation":"next","url":"https://ehr.example.org/page2"}]}""", "next link")]
    [InlineData("""{"resourceType":"Bundle","total":2,"entry":[{"resource":{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p1"}}}]}""", "total")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"fullUrl":"https://ehr.example.org/Condition/1"}]}""", "entry without a resource")]
    [InlineData("""{"resourceType":"Bundle","entry":[null]}""", "entry without a resource")]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Observation","id":"o1"}}]}""", "neither a Condition")]
    [InlineData("""{"resourceType":"Observation","id":"o1"}""", "neither a Condition")]
    [InlineData("""{"response":{"status":"200 OK"},"resource":{"resourceType":"Condition"}}""", "neither a Condition")]
    [InlineData("\"<!DOCTYPE html><html><body>HTTP Status 401</body></html>\"", "neither a Condition")]
    [InlineData("[]", "neither a Condition")]
    [InlineData("{}", "neither a Condition")]
    [InlineData("17", "neither a Condition")]
    public void Cannot_say_what_there_is(string value, string reason)
    {
        var input = Input(value);

        Assert.Contains(reason, input.Unavailable, StringComparison.Ordinal);
        Assert.Empty(input.Resources);
    }

    [Fact]
    public void A_key_that_was_not_sent_is_not_an_empty_one()
    {
        Assert.Contains("no prefetch", Read(Samples.View("""{"other":null}""")).Unavailable, StringComparison.Ordinal);
        Assert.Contains("no prefetch", Read("""{"hook":"patient-view","hookInstance":"i","context":{"userId":"u","patientId":"p1"}}""").Unavailable, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"resourceType":"Condition","id":"c1","subject":{"reference":"Patient/p2"}}""")]
    [InlineData("""{"resourceType":"Condition","id":"c1","subject":{"reference":"https://ehr.example.org/fhir/Patient/p2/_history/3"}}""")]
    [InlineData("""{"resourceType":"Condition","id":"c1","subject":{"reference":"Group/p1"}}""")]
    [InlineData("""{"resourceType":"Condition","id":"c1","subject":{"reference":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0"}}""")]
    [InlineData("""{"resourceType":"Condition","id":"c1","subject":"Patient/p2"}""")]
    [InlineData("""{"resourceType":"Condition","id":"c1","subject":{"reference":["Patient/p1","Patient/p2"]}}""")]
    public void Nothing_is_used_of_a_bundle_that_holds_another_patients_data(string stray)
    {
        var neighbour = """{"fullUrl":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0","resource":{"resourceType":"Patient","id":"p2"},"search":{"mode":"include"}}""";
        var input = Input($$"""{"resourceType":"Bundle","entry":[{"resource":{{Samples.Condition}}},{"resource":{{stray}}},{{neighbour}}]}""");

        Assert.Contains("another patient", input.Unavailable, StringComparison.Ordinal);
        Assert.Empty(input.Resources);
    }

    [Theory]
    [InlineData("Patient/p1/_history/2")]
    [InlineData("https://ehr.example.org/fhir/Patient/p1")]
    [InlineData("#me")]
    [InlineData("urn:uuid:11111111-1cbf-4d64-b04d-cd9187a4c6e0")]
    public void References_that_lead_to_the_patient_or_nowhere_are_the_patients(string reference) =>
        Assert.Single(Input($$"""{"resourceType":"Condition","id":"c1","subject":{"reference":"{{reference}}"} }""").Resources);

    [Theory]
    [InlineData("ResearchSubject", "individual")]
    [InlineData("AllergyIntolerance", "patient")]
    public void Every_way_of_naming_the_patient_is_looked_at(string type, string element)
    {
        var input = new PlanInput("x", type, $"{type}?patient={{{{context.patientId}}}}", null);
        var resource = $$"""{"resourceType":"{{type}}","id":"1","{{element}}":{"reference":"Patient/p2"} }""";

        Assert.NotNull(PatientDataReader.Read(Samples.Request(Samples.View($$"""{"x":{{resource}}}"""), "patient-view"), [input]).Inputs["x"].Unavailable);
    }

    [Fact]
    public void Another_patient_is_not_this_patient()
    {
        var patient = new PlanInput("patient", "Patient", "Patient/{{context.patientId}}", null);

        Assert.NotNull(PatientDataReader.Read(Samples.Request(Samples.View("""{"patient":{"resourceType":"Patient","id":"p2"}}"""), "patient-view"), [patient]).Inputs["patient"].Unavailable);
    }

    [Fact]
    public void Resources_of_the_whole_request_can_be_resolved()
    {
        var prefetch = $$"""
            {"conditions":{"resourceType":"Bundle","entry":[
               {"fullUrl":"https://ehr.example.org/r4/Condition/c1","resource":{{Samples.Condition}}},
               {"fullUrl":"urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0","resource":{"resourceType":"Medication","id":"m1"},"search":{"mode":"include"} },
               {"resource":{"resourceType":"Encounter","id":"e9","subject":{"reference":"Patient/p2"} },"search":{"mode":"include"} }]},
             "practitioner":{"resourceType":"Practitioner","id":"dr1"},"broken":"<html>","none":null}
            """;
        var request = Samples.Request(Samples.Sign(prefetch, more: ""","fhirServer":"https://ehr.example.org/r4/" """), "order-sign");

        var data = PatientDataReader.Read(request, [Conditions]);
        var references = data.References.Where(reference => !data.IsForeign!(reference.Value)).ToDictionary();

        Assert.Equal(
            [
                "Condition/c1", "Medication/m1", "MedicationRequest/msc-1", "Practitioner/dr1",
                "https://ehr.example.org/r4/Condition/c1", "https://ehr.example.org/r4/Medication/m1", "https://ehr.example.org/r4/MedicationRequest/msc-1",
                "https://ehr.example.org/r4/Practitioner/dr1", "urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0",
            ],
            references.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("m1", references["urn:uuid:0c3151bd-1cbf-4d64-b04d-cd9187a4c6e0"].Child("id").Text);
    }

    private static InputValue Input(string value) => Read(Samples.View($$"""{"conditions":{{value}}}"""));

    private static InputValue Read(string request) => PatientDataReader.Read(Samples.Request(request, "patient-view"), [Conditions]).Inputs["conditions"];
}
