using System.Text;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Tests.FhirPath;

/// <summary>Two small resources to evaluate on, and short ways to do so.</summary>
internal static class Sample
{
    public static FhirModel Model { get; } = FhirModel.For(FhirRelease.R4);

    public static Node Patient { get; } = Parse("""
        {
          "resourceType": "Patient", "id": "p1", "active": true,
          "contained": [{ "resourceType": "Organization", "id": "org", "name": "Ward 4" }],
          "name": [
            { "use": "official", "family": "Berger", "given": ["Ada", "Eve"], "_given": [null, { "id": "g2" }] },
            { "use": "usual", "given": ["Addi"] }
          ],
          "telecom": [{ "system": "phone", "value": "1" }, { "system": "email", "value": "a@b" }],
          "gender": "female", "birthDate": "1980-04", "_birthDate": { "extension": [{ "url": "http://e/time", "valueDateTime": "1980-04-01T10:30:00+02:00" }] },
          "deceasedBoolean": false, "multipleBirthInteger": 2,
          "managingOrganization": { "reference": "#org" }
        }
        """);

    public static Node Observation { get; } = Parse("""
        {
          "resourceType": "Observation", "id": "o1", "status": "final",
          "code": { "coding": [{ "system": "http://loinc.org", "code": "29463-7" }, { "system": "http://snomed.info/sct", "code": "27113001" }], "text": "Body weight" },
          "effectiveDateTime": "2024-02-29T08:00:00Z",
          "valueQuantity": { "value": 72.50, "unit": "kg", "system": "http://unitsofmeasure.org", "code": "kg" },
          "component": [
            { "code": { "text": "a" }, "valueInteger": 3 },
            { "code": { "text": "b" }, "valueString": "x" },
            { "code": { "text": "c" }, "valueQuantity": { "value": 1, "comparator": "<", "unit": "d", "system": "http://unitsofmeasure.org", "code": "d" } }
          ]
        }
        """);

    public static Node Parse(string json) => JsonParser.Parse(Encoding.UTF8.GetBytes(json)).Tree!.Root;

    public static FhirPathExpression Compile(string text, bool strict = false, string? context = null)
    {
        var compilation = FhirPathExpression.Compile(text, new FhirPathOptions { Model = Model, Strict = strict, ContextType = context });
        Assert.True(compilation.IsOk, string.Join('\n', compilation.Issues));
        return compilation.Expression;
    }

    /// <summary>The items as text, separated by <c> | </c>; an error as <c>! code</c>.</summary>
    public static string Evaluate(string text, Node context, EvaluationContext? environment = null)
    {
        var result = Compile(text).Evaluate(context, environment);
        return result.Issue is { } issue ? $"! {issue.Kind.Id}" : string.Join(" | ", result.Items);
    }
}
