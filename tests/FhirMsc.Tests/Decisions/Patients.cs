using System.Text;
using FhirMsc.Decisions;
using FhirMsc.Fhir.Json;
using FhirMsc.Tests.Publishing;

namespace FhirMsc.Tests.Decisions;

/// <summary>The published plans, and small patients to apply them to.</summary>
internal static class Patients
{
    public const string Covid19 = """{"resourceType":"Condition","id":"c","clinicalStatus":{"coding":[{"code":"active"}]},"verificationStatus":{"coding":[{"code":"confirmed"}]},"code":{"coding":[{"system":"http://snomed.info/sct","code":"840539006"}]}}""";

    public const string Asthma = """{"resourceType":"Condition","id":"c","code":{"coding":[{"system":"http://snomed.info/sct","code":"195967001"}]}}""";

    public const string MscOrder = """{"resourceType":"MedicationRequest","id":"o","status":"draft","intent":"order","medicationCodeableConcept":{"coding":[{"system":"http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets","code":"J3402"}]}}""";

    public const string OtherOrder = """{"resourceType":"MedicationRequest","id":"o","status":"draft","intent":"order","medicationCodeableConcept":{"text":"paracetamol"}}""";

    private static readonly Lazy<IReadOnlyList<Plan>> Plans = new(() =>
    {
        var (plans, issues) = PlanReader.Read(Published.Edition.Catalog!, TimeProvider.System);
        Assert.Empty(issues);
        return plans;
    });

    public static Plan OrderSign => Plans.Value.Single(plan => plan.Hook == "order-sign");

    public static IReadOnlyList<Plan> All => Plans.Value;

    /// <summary>Every input known and empty, but for an adult as the patient and those given; <see langword="null"/> makes one unavailable.</summary>
    public static PatientData Data(params (string Input, string[]? Resources)[] given)
    {
        var inputs = All.SelectMany(plan => plan.Inputs).Select(input => input.Id).Distinct().ToDictionary(id => id, _ => InputValue.Known());
        inputs["patient"] = InputValue.Known(Node("""{"resourceType":"Patient","id":"p","birthDate":"1950-01-01"}"""));
        foreach (var (input, resources) in given)
        {
            inputs[input] = resources is null ? InputValue.NotAvailable("not sent") : InputValue.Known([.. resources.Select(Node)]);
        }

        return new PatientData { Inputs = inputs };
    }

    public static Node Node(string json)
    {
        var result = JsonParser.Parse(Encoding.UTF8.GetBytes(json));
        Assert.Empty(result.Issues);
        return result.Tree!.Root;
    }
}
