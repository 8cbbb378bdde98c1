using System.Text;
using FhirMsc.Hooks;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Tests.Hooks.Requests;

public class HookRequestReaderTests
{
    [Fact]
    public void Reads_everything_that_a_call_holds()
    {
        var request = Samples.Request(
            Samples.Sign(prefetch: """{"conditions":null}""", more: ""","fhirServer":"https://ehr.example.org/r4","fhirAuthorization":{"access_token":"secret","token_type":"Bearer","expires_in":300,"scope":"user/Patient.read","subject":"cds"}"""),
            "order-sign");

        Assert.Equal("d1577c69-dfbe-44ad-ba6d-3e05e953b2ea", request.HookInstance);
        Assert.Equal("https://ehr.example.org/r4", request.FhirServer!.AbsoluteUri);
        Assert.Equal("Practitioner/dr1", request.UserId);
        Assert.Equal("p1", request.PatientId);
        Assert.Equal("e1", request.EncounterId);
        Assert.Equal("MedicationRequest/msc-1", Assert.Single(request.DraftOrders).Reference);
        Assert.True(request.Prefetch.Exists);
    }

    [Fact]
    public void Optional_members_may_be_missing_or_null()
    {
        var request = Samples.Request("""{"hook":"patient-view","hookInstance":"i","fhirServer":null,"prefetch":null,"context":{"userId":"Patient/p1","patientId":"p1","encounterId":null}}""", "patient-view");

        Assert.Null(request.FhirServer);
        Assert.Null(request.EncounterId);
        Assert.False(request.Prefetch.Exists);
    }

    [Fact]
    public void Unknown_members_and_extensions_are_ignored_anywhere()
    {
        const string json = """
            {"hook":"order-sign","hookInstance":"i","extension":{"com.example":{"a":[[1,2],[]],"b":null}},"_hook":"x","future":{},
             "context":{"userId":"Practitioner/a","patientId":"p1","extension":{"x":1},"more":[],
              "draftOrders":{"resourceType":"Bundle","extension":{"x":1},"entry":[{"extension":{"y":{}},"resource":{"resourceType":"MedicationRequest","id":"1"}}]}}}
            """;

        Assert.Single(Samples.Request(json, "order-sign").DraftOrders);
    }

    [Fact]
    public void Takes_draft_orders_as_the_sandbox_sends_them()
    {
        const string json = """
            {"hook":"order-select","hookInstance":"i","fhirServer":"https://r4.smarthealthit.org",
             "context":{"userId":"Practitioner/a","patientId":"p1","selections":["MedicationRequest/request-123"],
              "draftOrders":{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"MedicationRequest","id":"request-123","status":"draft","category":{"coding":[]},"subject":{"reference":"Patient/p1"}}}]}}}
            """;

        var request = Samples.Request(json, "order-select");

        Assert.Equal(["MedicationRequest/request-123"], request.Selections);
        Assert.Equal("MedicationRequest", Assert.Single(request.DraftOrders).Type);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("""{"hook":"patient-view",}""")]
    [InlineData("""{"hook":"patient-view"} {}""")]
    [InlineData("""{"hook":"patient-view","hook":"patient-view"}""")]
    [InlineData("""{"hook":"\ud800"}""")]
    public void Refuses_what_is_not_json_that_can_be_used(string json)
    {
        var read = Samples.Read(json, "patient-view");

        Assert.Null(read.Request);
        Assert.All(read.Issues, issue => Assert.Equal(HookIssues.Json, issue.Kind));
        Assert.NotEmpty(read.Issues);
    }

    [Fact]
    public void Refuses_bytes_that_are_not_utf8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("{\"hook\":\""), 0xFF, 0xFE, .. "\"}"u8];

        Assert.Equal(HookIssues.Json, Assert.Single(HookRequestReader.Read(bytes, HookKinds.Find("patient-view")!).Issues).Kind);
    }

    [Fact]
    public void Refuses_nesting_without_end() =>
        Assert.Equal(HookIssues.Json, Assert.Single(Samples.Read("{\"extension\":" + new string('[', 50_000), "patient-view").Issues).Kind);

    [Fact]
    public void Reports_everything_that_is_missing_at_once()
    {
        var read = Samples.Read("""{"context":{}}""", "order-select");

        Assert.Equal(
            ["hook", "hookInstance", "context.userId", "context.patientId", "context.selections", "context.draftOrders"],
            read.Issues.Select(issue => issue.Path));
        Assert.All(read.Issues, issue => Assert.Equal(HookIssues.Missing, issue.Kind));
    }

    [Fact]
    public void A_missing_context_is_one_issue() =>
        Assert.Equal(["context"], Samples.Read("""{"hook":"order-sign","hookInstance":"i"}""", "order-sign").Issues.Select(issue => issue.Path));

    [Theory]
    [InlineData("""{"hook":1,"hookInstance":"i","context":{"userId":"u","patientId":"p"}}""", "hook")]
    [InlineData("""{"hook":"patient-view","hookInstance":["i"],"context":{"userId":"u","patientId":"p"}}""", "hookInstance")]
    [InlineData("""{"hook":"patient-view","hookInstance":" ","context":{"userId":"u","patientId":"p"}}""", "hookInstance")]
    [InlineData("""{"hook":"patient-view","hookInstance":"i","context":[]}""", "context")]
    [InlineData("""{"hook":"patient-view","hookInstance":"i","context":"x"}""", "context")]
    [InlineData("""{"hook":"patient-view","hookInstance":"i","context":{"userId":"u","patientId":12}}""", "context.patientId")]
    [InlineData("""{"hook":"patient-view","hookInstance":"i","context":{"userId":"u","patientId":""}}""", "context.patientId")]
    [InlineData("""{"hook":"patient-view","hookInstance":"i","context":{"userId":"u","patientId":"p"},"prefetch":[]}""", "prefetch")]
    [InlineData("""{"hook":"patient-view","hookInstance":"i","context":{"userId":"u","patientId":"p"},"fhirServer":{}}""", "fhirServer")]
    [InlineData("""{"hook":"order-sign","hookInstance":"i","context":{"userId":"u","patientId":"p","draftOrders":[]}}""", "context.draftOrders")]
    [InlineData("""{"hook":"order-sign","hookInstance":"i","context":{"userId":"u","patientId":"p","draftOrders":{"resourceType":"Patient"}}}""", "context.draftOrders")]
    [InlineData("""{"hook":"order-select","hookInstance":"i","context":{"userId":"u","patientId":"p","selections":"x","draftOrders":{"resourceType":"Bundle"}}}""", "context.selections")]
    [InlineData("""{"hook":"order-select","hookInstance":"i","context":{"userId":"u","patientId":"p","selections":[{}],"draftOrders":{"resourceType":"Bundle"}}}""", "context.selections[0]")]
    public void Refuses_members_of_the_wrong_kind(string json, string path)
    {
        var issue = Assert.Single(Samples.Read(json, path.Contains("selections", StringComparison.Ordinal) ? "order-select" : path.Contains("draft", StringComparison.Ordinal) ? "order-sign" : "patient-view").Issues);

        Assert.Equal(HookIssues.Shape, issue.Kind);
        Assert.Equal(path, issue.Path);
    }

    [Fact]
    public void Refuses_another_hook_than_the_services()
    {
        var issue = Assert.Single(Samples.Read(Samples.View(), "order-sign").Issues, issue => issue.Kind == HookIssues.WrongHook);

        Assert.Contains("order-sign", issue.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Patient/p1")]
    [InlineData("https://ehr.example.org/Patient/p1")]
    [InlineData("p 1")]
    public void Refuses_a_patient_id_that_is_not_an_id_alone(string id) =>
        Assert.Equal(HookIssues.Id, Assert.Single(Samples.Read($$"""{"hook":"patient-view","hookInstance":"i","context":{"userId":"u","patientId":"{{id}}"} }""", "patient-view").Issues).Kind);

    [Fact]
    public void Refuses_authorization_without_a_server() =>
        Assert.Equal(HookIssues.ServerMissing, Assert.Single(Samples.Read("""{"hook":"patient-view","hookInstance":"i","fhirAuthorization":{"access_token":"t"},"context":{"userId":"u","patientId":"p"}}""", "patient-view").Issues).Kind);

    [Theory]
    [InlineData("/fhir")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ehr.example.org")]
    public void Refuses_a_server_that_is_no_web_address(string url) =>
        Assert.Equal(HookIssues.Url, Assert.Single(Samples.Read($$"""{"hook":"patient-view","hookInstance":"i","fhirServer":"{{url}}","context":{"userId":"u","patientId":"p"} }""", "patient-view").Issues).Kind);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"resource":{}}""")]
    [InlineData("""{"resource":{"id":"1"}}""")]
    [InlineData("""{"resource":"MedicationRequest/1"}""")]
    [InlineData("null")]
    public void Refuses_draft_orders_with_an_entry_that_cannot_be_looked_at(string entry)
    {
        var json = $$"""{"hook":"order-sign","hookInstance":"i","context":{"userId":"u","patientId":"p","draftOrders":{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"ServiceRequest"} },{{entry}}]} } }""";

        var issue = Assert.Single(Samples.Read(json, "order-sign").Issues);

        Assert.Equal(HookIssues.EntryWithoutResource, issue.Kind);
        Assert.Equal("context.draftOrders.entry[1]", issue.Path);
    }

    [Theory]
    [InlineData("""{"resourceType":"Bundle"}""")]
    [InlineData("""{"resourceType":"Bundle","entry":[]}""")]
    [InlineData("""{"resourceType":"Bundle","entry":null}""")]
    [InlineData("{}")]
    public void Draft_orders_may_be_empty(string bundle) =>
        Assert.Empty(Samples.Request($$"""{"hook":"order-sign","hookInstance":"i","context":{"userId":"u","patientId":"p","draftOrders":{{bundle}}} }""", "order-sign").DraftOrders);

    [Fact]
    public void Issues_and_logs_never_repeat_what_the_request_says()
    {
        const string json = """
            {"hook":"Jane","hookInstance":{"Jane":1},"fhirServer":"Jane","fhirAuthorization":{"access_token":["Jane"]},"prefetch":"Jane",
             "context":{"userId":["Jane"],"patientId":"Patient/Jane","encounterId":{"Jane":1},"selections":[{"Jane":"Jane"}],"draftOrders":{"resourceType":"Jane"}}}
            """;

        var issues = Samples.Read(json, "order-select").Issues;

        Assert.Equal(10, issues.Count);
        Assert.All(issues, issue => Assert.DoesNotContain("Jane", issue.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("Jane", string.Join(' ', Samples.Read("""{"Jane":1,"Jane":2}""", "patient-view").Issues), StringComparison.Ordinal);
        Assert.DoesNotContain("p1", Samples.Request(Samples.View(), "patient-view").ToString(), StringComparison.Ordinal);
    }
}
