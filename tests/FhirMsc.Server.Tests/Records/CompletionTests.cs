using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirMsc.Decisions;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Hooks;
using FhirMsc.Hooks.Fetching;
using FhirMsc.Publishing;
using FhirMsc.Server.Standalone;
using FhirMsc.Server.Tests.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Tests.Records;

/// <summary>What a call does not bring along is got from its FHIR server, which may do anything: the answer is right, or says what could not be told.</summary>
public sealed class CompletionTests : IAsyncLifetime
{
    private const string Covid = """{"resourceType":"Condition","id":"c1","clinicalStatus":{"coding":[{"code":"active"}]},"code":{"coding":[{"system":"http://snomed.info/sct","code":"840539006"}]},"subject":{"reference":"Patient/pat-4711"}}""";
    private const string CovidBundle = $$"""{"resourceType":"Bundle","type":"searchset","total":1,"entry":[{"resource":{{Covid}}}]}""";

    private WebApplication? app;

    private HttpClient Client { get; } = new();

    public async Task InitializeAsync()
    {
        var catalog = EditionBuilder.Build([Path.Combine(Tool.Root, "fhir-resources", "content", "nih-covid19-cell-therapy.yaml")], FhirRelease.R4).Catalog!;
        var services = HookServices.Create(PlanReader.Read(catalog, TimeProvider.System).Plans.Select(HookService.For), out _)!;
        app = StandaloneHost.Build(catalog, services, new StandaloneOptions
        {
            Endpoints = new FhirMscOptions { Explain = true, Fetching = new FetchLimits { Time = TimeSpan.FromSeconds(2), ResponseBytes = 200_000, Pages = 4 } },
        });
        await app.StartAsync();
        Client.BaseAddress = new Uri(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app!.DisposeAsync();
    }

    [Fact]
    public async Task Missing_data_is_fetched_with_the_token_and_only_for_the_patient()
    {
        await using var ehr = await StubFhirServer.WithConditionsAsync(CovidBundle);

        var (status, body) = await CallAsync(ehr.Url, prefetch => prefetch.Remove("conditions"));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1, body.GetProperty("cards").GetArrayLength());
        var asked = Assert.Single(ehr.Asked);
        Assert.Equal("Bearer s3cret", asked.Authorization);
        Assert.StartsWith("/Condition?patient=pat-4711", asked.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_patient_gets_the_same_card_both_ways()
    {
        await using var ehr = await StubFhirServer.WithConditionsAsync(CovidBundle);

        var (_, fetched) = await CallAsync(ehr.Url, prefetch => prefetch.Clear());
        var (_, sent) = await CallAsync(ehr.Url, prefetch =>
        {
            prefetch["conditions"] = JsonNode.Parse(CovidBundle);
            prefetch["patient"] = null;
        });

        Assert.Equal(sent.GetProperty("cards")[0].GetProperty("summary").GetString(), fetched.GetProperty("cards")[0].GetProperty("summary").GetString());
    }

    [Fact]
    public async Task Nothing_is_asked_where_nothing_can_come_of_it()
    {
        await using var ehr = await StubFhirServer.WithConditionsAsync(CovidBundle);

        var (status, body) = await CallAsync(ehr.Url, prefetch => prefetch.Clear(), request => request["context"]!["draftOrders"]!["entry"]![0]!["resource"]!["medicationCodeableConcept"] = JsonNode.Parse("""{"text":"paracetamol"}"""));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"cards":[]}""", body.GetRawText());
        Assert.DoesNotContain(ehr.Asked, asked => asked.Path.Contains("ResearchSubject", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Later_pages_are_followed_with_the_token()
    {
        await using var ehr = await StubFhirServer.StartAsync(context => StubFhirServer.JsonAsync(context, CovidBundle));

        var (status, body) = await CallAsync(ehr.Url, prefetch => prefetch["conditions"] = JsonNode.Parse($$"""{"resourceType":"Bundle","type":"searchset","link":[{"relation":"next","url":"{{ehr.Url}}/page?n=2"}]}"""));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1, body.GetProperty("cards").GetArrayLength());
        Assert.Equal(("/page?n=2", "Bearer s3cret"), Assert.Single(ehr.Asked));
    }

    [Fact]
    public async Task A_medication_that_is_referred_to_is_fetched()
    {
        await using var ehr = await StubFhirServer.StartAsync(context => StubFhirServer.JsonAsync(context, """{"resourceType":"Medication","id":"m1","code":{"coding":[{"system":"http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets","code":"J3402"}]}}"""));

        var (status, body) = await CallAsync(ehr.Url, _ => { }, request =>
        {
            var order = request["context"]!["draftOrders"]!["entry"]![0]!["resource"]!.AsObject();
            order.Remove("medicationCodeableConcept");
            order["medicationReference"] = new JsonObject { ["reference"] = "Medication/m1" };
        });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1, body.GetProperty("cards").GetArrayLength());
        Assert.Equal("/Medication/m1", Assert.Single(ehr.Asked).Path);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_refusal_of_the_server_is_412_that_says_so(int refusal)
    {
        await using var ehr = await StubFhirServer.StartAsync(context =>
        {
            context.Response.StatusCode = refusal;
            return context.Response.WriteAsync("Jane Doe");
        });

        await CannotTellAsync(ehr, $"status {refusal}");
        Assert.Equal(refusal == 500 ? 2 : 1, ehr.Asked.Count);
    }

    [Fact]
    public async Task A_server_that_hangs_is_412_in_time()
    {
        await using var ehr = await StubFhirServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var watch = Stopwatch.StartNew();

        await CannotTellAsync(ehr, "did not answer in time");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("text/html", "<html>Jane Doe</html>", "other than JSON")]
    [InlineData("application/fhir+json", "{\"resourceType\":", "not a resource")]
    [InlineData("application/fhir+json", "[]", "not a resource")]
    [InlineData("application/fhir+json", """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"security","diagnostics":"Jane Doe"}]}""", "OperationOutcome")]
    [InlineData("application/fhir+json", """{"resourceType":"Observation","id":"x"}""", "neither a Condition")]
    [InlineData("application/fhir+json", """{"resourceType":"Bundle","total":7}""", "fewer matches")]
    [InlineData("application/fhir+json", """{"resourceType":"Bundle","entry":[{"resource":{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/other"}}}]}""", "another patient")]
    public async Task What_the_server_says_is_not_believed_unseen(string contentType, string answer, string reason)
    {
        await using var ehr = await StubFhirServer.StartAsync(context =>
        {
            context.Response.ContentType = contentType;
            return context.Response.WriteAsync(answer);
        });

        await CannotTellAsync(ehr, reason);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off()
    {
        await using var ehr = await StubFhirServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/fhir+json";
            var piece = new byte[64 * 1024];
            piece.AsSpan().Fill((byte)' ');
            for (var i = 0; i < 32_768 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
            }
        });
        var before = GC.GetTotalAllocatedBytes();

        await CannotTellAsync(ehr, "larger than what is read");
        Assert.True(GC.GetTotalAllocatedBytes() - before < 200_000_000);
    }

    [Fact]
    public async Task Pages_that_lead_in_a_circle_are_given_up()
    {
        await using var ehr = await StubFhirServer.StartAsync(context => StubFhirServer.JsonAsync(context, $$"""{"resourceType":"Bundle","link":[{"relation":"next","url":"http://{{context.Request.Host}}/loop"}]}"""));

        await CannotTellAsync(ehr, "lead back to themselves");
        Assert.True(ehr.Asked.Count <= 3);
    }

    [Fact]
    public async Task Pages_without_end_are_given_up()
    {
        var page = 0;
        await using var ehr = await StubFhirServer.StartAsync(context => StubFhirServer.JsonAsync(context, $$"""{"resourceType":"Bundle","link":[{"relation":"next","url":"http://{{context.Request.Host}}/page/{{Interlocked.Increment(ref page)}}"}]}"""));

        await CannotTellAsync(ehr, "more pages than are followed");
        Assert.Equal(4, ehr.Asked.Count);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/elsewhere")]
    [InlineData("https://evil.example.org/fhir")]
    public async Task The_token_goes_to_no_other_server(string elsewhere)
    {
        await using var redirecting = await StubFhirServer.StartAsync(context =>
        {
            context.Response.Redirect(elsewhere);
            return Task.CompletedTask;
        });
        await using var linking = await StubFhirServer.StartAsync(context => StubFhirServer.JsonAsync(context, $$"""{"resourceType":"Bundle","link":[{"relation":"next","url":"{{elsewhere}}"}]}"""));

        await CannotTellAsync(redirecting, "on to another server");
        await CannotTellAsync(linking, "lies on another server");
    }

    [Theory]
    [InlineData("https://ehr.example.org/r4")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://user:pw@127.0.0.1/")]
    public async Task A_server_that_is_not_allowed_is_not_asked(string server)
    {
        var (status, body) = await CallAsync(server, prefetch => prefetch.Remove("conditions"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Contains("not among those that this service may ask", body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_others_can_reach_starts_only_with_hosts_configured()
    {
        var exception = Assert.Throws<ArgumentException>(() => StandaloneHost.Build(TestServices.Catalog, TestServices.Hooks, new StandaloneOptions { Address = IPAddress.Any }));

        Assert.Contains("FHIR host", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_for_reasons_an_answer_names_plan_condition_resource_value_set_and_place()
    {
        var (_, body) = await CallAsync("https://ehr.example.org/r4", _ => { }, query: "?explain");

        var reasons = body.GetProperty("extension").GetProperty("org.fhirmsc.explanation");
        Assert.Contains("msc-covid19-order-sign", reasons.GetProperty("plan").GetString(), StringComparison.Ordinal);
        Assert.Contains(reasons.GetProperty("guideline").EnumerateArray(), place => place.GetProperty("place").GetString() == "recommendation:1");
        var step = reasons.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("name").GetString() == "covid19Condition");
        Assert.Equal("Condition/cond-covid", step.GetProperty("resources")[0].GetString());
        Assert.EndsWith("ValueSet/covid19-confirmed|1.0.0", step.GetProperty("valueSets")[0].GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hypertension", reasons.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_cards_and_one_that_could_not_be_given_have_reasons_too()
    {
        var (_, empty) = await CallAsync("https://ehr.example.org/r4", prefetch => prefetch["conditions"] = null, query: "?explain");
        var (status, untold) = await CallAsync("https://ehr.example.org/r4", prefetch => prefetch.Remove("conditions"), query: "?explain");

        Assert.Equal("nothing applies", empty.GetProperty("extension").GetProperty("org.fhirmsc.explanation").GetProperty("answer").GetString());
        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Contains("Answer: cannot tell", untold.GetProperty("issue").EnumerateArray().Last().GetProperty("details").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private async Task CannotTellAsync(StubFhirServer ehr, string reason)
    {
        var (status, body) = await CallAsync(ehr.Url, prefetch => prefetch.Remove("conditions"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Equal("OperationOutcome", body.GetProperty("resourceType").GetString());
        Assert.Contains(reason, body.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Jane Doe", body.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", body.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("pat-4711", body.GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>The main example call with its FHIR server and its prefetch changed.</summary>
    private async Task<(HttpStatusCode Status, JsonElement Body)> CallAsync(string server, Action<JsonObject> prefetch, Action<JsonNode>? change = null, string query = "")
    {
        var request = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Tool.Root, "fhir-resources", "calls", "covid19-and-msc-order.json")))!["request"]!;
        request["fhirServer"] = server;
        request["fhirAuthorization"] = JsonNode.Parse("""{"access_token":"s3cret","token_type":"Bearer","expires_in":300,"scope":"user/Patient.read patient/Condition.rs","subject":"x"}""");
        prefetch(request["prefetch"]!.AsObject());
        change?.Invoke(request);
        using var response = await Client.PostAsync($"/cds-services/msc-covid19-order-sign{query}", new StringContent(request.ToJsonString(), Encoding.UTF8, "application/json"));
        return (response.StatusCode, await Bodies.ReadAsync(response));
    }
}
