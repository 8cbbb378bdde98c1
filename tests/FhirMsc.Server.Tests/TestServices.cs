using System.Text;
using FhirMsc.Artifacts;
using FhirMsc.Conformance;
using FhirMsc.Decisions;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks;
using FhirMsc.Publishing;
using Origin = FhirMsc.Content.Tracing.Origin;

namespace FhirMsc.Server.Tests;

/// <summary>
/// Services that need no guideline: one per hook, saying something when there is a Condition, nothing when there is none and 412 when that is not known; and one
/// that breaks.
/// </summary>
internal static class TestServices
{
    private static readonly PlanInput Conditions = new("conditions", "Condition", "Condition?patient={{context.patientId}}", null);
    private static readonly PlanInput Orders = new("orders", "MedicationRequest", null, null);

    public static HookServices Hooks { get; } = HookServices.Create(
        [
            Service("test-sign", "order-sign", Conditions, Orders),
            Service("test-select", "order-select", Conditions, Orders),
            Service("test-view", "patient-view", Conditions),
            new HookService(
                new ServiceDescription { Id = "test-broken", Hook = "patient-view", Description = "Breaks.", Inputs = [Conditions] },
                data => throw new InvalidOperationException("Jane Doe, patient p1")),
        ],
        out _)!;

    public static Catalog Catalog { get; } = new(new ValidatedArtifacts(new ArtifactSet("test", FhirRelease.R4, [CodeSystem()])));

    public static string View(string prefetch = "{}") =>
        $$"""{"hook":"patient-view","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ec","context":{"userId":"Practitioner/dr1","patientId":"p1"},"prefetch":{{prefetch}} }""";

    public static string Sign(string prefetch = "{}") =>
        $$"""
        {"hook":"order-sign","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea","fhirServer":"https://ehr.example.org/r4",
         "context":{"userId":"Practitioner/dr1","patientId":"p1","draftOrders":{"resourceType":"Bundle","type":"collection","entry":[
           {"resource":{"resourceType":"MedicationRequest","id":"msc-1","status":"draft","intent":"order",
            "medicationCodeableConcept":{"coding":[{"system":"http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets","code":"J3402"}]},
            "subject":{"reference":"Patient/p1"} } }]} },
         "prefetch":{{prefetch}} }
        """;

    public const string Covid = """
        {"conditions":{"resourceType":"Bundle","type":"searchset","total":1,"entry":[{"fullUrl":"https://ehr.example.org/r4/Condition/c1","resource":
         {"resourceType":"Condition","id":"c1","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
          "code":{"coding":[{"system":"http://snomed.info/sct","code":"840539006"}],"text":"COVID-19"},"subject":{"reference":"Patient/p1"} } }]} }
        """;

    public const string NoCondition = """{"conditions":{"resourceType":"Bundle","type":"searchset","total":0}}""";

    private static HookService Service(string id, string hook, params PlanInput[] inputs) => new(
        new ServiceDescription { Id = id, Hook = hook, Title = $"Test of {hook}", Description = "For tests.", UsageRequirements = "None.", Inputs = inputs },
        Decide);

    private static AppliedPlan Decide(PatientData data)
    {
        var conditions = data.Inputs["conditions"];
        var orders = data.Inputs.GetValueOrDefault("orders")?.Resources ?? [];
        return new AppliedPlan
        {
            Actions = conditions.Resources.Count == 0 ? [] :
            [
                new AppliedAction
                {
                    Id = "advise",
                    Title = "Not recommended – siehe Leitlinie",
                    Description = "**Detail**",
                    Priority = "urgent",
                    Documentation = [Node("""{"type":"documentation","display":"The guideline","url":"https://example.org/guideline"}""")],
                    Topic = Node("""{"system":"https://example.org/topics","code":"msc"}"""),
                    Actions = orders.Count == 0 ? [] : [new AppliedAction { Id = "remove", Title = "Remove the order", Type = "remove", Resources = orders }],
                },
            ],
            Undecided = conditions.Unavailable is { } reason ? [new Undecided("conditions", reason, null)] : [],
            Trace = [],
        };
    }

    private static Node Node(string json) => JsonParser.Parse(json).Tree!.Root;

    private static Artifact CodeSystem()
    {
        var json = Encoding.UTF8.GetBytes("{\n  \"resourceType\": \"CodeSystem\",\n  \"id\": \"test\",\n  \"status\": \"active\",\n  \"content\": \"complete\"\n}\n");
        return new Artifact
        {
            ResourceType = "CodeSystem",
            Id = "test",
            Url = "https://example.org/CodeSystem/test",
            Version = "1.0.0",
            FullUrl = "https://example.org/CodeSystem/test",
            Json = json,
            Tree = JsonParser.Parse(json).Tree!,
            Origins = new Dictionary<string, Origin>(),
        };
    }
}
