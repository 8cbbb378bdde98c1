using System.Text;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Tests.Hooks;

/// <summary>Pieces of hook calls as clients send them.</summary>
internal static class Samples
{
    public const string Order = """
        {"resourceType":"MedicationRequest","id":"msc-1","status":"draft","intent":"order",
         "medicationCodeableConcept":{"coding":[{"system":"http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets","code":"J3402"}],"text":"remestemcel-L"},
         "subject":{"reference":"Patient/p1"},"authoredOn":"2021-05-02"}
        """;

    public const string OtherOrder = """
        {"resourceType":"MedicationRequest","id":"dex-1","status":"draft","intent":"order",
         "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"3264"}]},
         "subject":{"reference":"Patient/p1"}}
        """;

    public const string Condition = """
        {"resourceType":"Condition","id":"c1",
         "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
         "code":{"coding":[{"system":"http://snomed.info/sct","code":"840539006"}]},
         "subject":{"reference":"Patient/p1"}}
        """;

    public static string Searchset(params string[] resources) =>
        $$"""{"resourceType":"Bundle","type":"searchset","total":{{resources.Length}},"entry":[{{string.Join(',', resources.Select(resource => $$"""{"resource":{{resource}},"search":{"mode":"match"} }"""))}}]}""";

    public static string Sign(string prefetch = "{}", string orders = Order, string more = "") =>
        $$"""
        {"hook":"order-sign","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea"{{more}},
         "context":{"userId":"Practitioner/dr1","patientId":"p1","encounterId":"e1",
           "draftOrders":{"resourceType":"Bundle","type":"collection","entry":[{{Entries(orders)}}]} },
         "prefetch":{{prefetch}}}
        """;

    public static string Select(string selections, string prefetch = "{}", params string[] orders) =>
        $$"""
        {"hook":"order-select","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2eb",
         "context":{"userId":"Practitioner/dr1","patientId":"p1","selections":{{selections}},
           "draftOrders":{"resourceType":"Bundle","type":"collection","entry":[{{Entries(orders)}}]} },
         "prefetch":{{prefetch}}}
        """;

    public static string View(string prefetch = "{}") =>
        $$"""{"hook":"patient-view","hookInstance":"d1577c69-dfbe-44ad-ba6d-3e05e953b2ec","context":{"userId":"Practitioner/dr1","patientId":"p1"},"prefetch":{{prefetch}} }""";

    public static HookRequestResult Read(string json, string hook) => HookRequestReader.Read(Encoding.UTF8.GetBytes(json), HookKinds.Find(hook)!);

    public static HookRequest Request(string json, string hook)
    {
        var read = Read(json, hook);
        Assert.True(read.Request is not null, string.Join('\n', read.Issues));
        return read.Request;
    }

    public static Node Node(string json) => JsonParser.Parse(json).Tree!.Root;

    private static string Entries(params string[] orders) => string.Join(',', orders.Select(order => $$"""{"resource":{{order}}}"""));
}
