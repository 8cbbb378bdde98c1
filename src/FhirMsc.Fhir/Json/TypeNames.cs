using System.Text;

namespace FhirMsc.Fhir.Json;

/// <summary>Texts of the resource types that patient data is made of, so that asking for a resource's type gives the same object again instead of a new one each time.</summary>
internal static class TypeNames
{
    private static readonly (byte[] Utf8, string Text)[] Common = [.. ((string[])
    [
        "Bundle", "Patient", "Condition", "MedicationRequest", "ServiceRequest", "Observation", "ResearchSubject", "ResearchStudy", "Medication", "Encounter", "OperationOutcome",
        "MedicationStatement", "MedicationAdministration", "Procedure", "AllergyIntolerance", "Practitioner", "Coverage",
    ]).Select(name => (Encoding.UTF8.GetBytes(name), name))];

    /// <summary>The text of a <c>resourceType</c>.</summary>
    public static string? Text(Node type)
    {
        if (!type.IsEscaped)
        {
            var raw = type.RawValue;
            foreach (var (utf8, text) in Common)
            {
                if (raw.SequenceEqual(utf8))
                {
                    return text;
                }
            }
        }

        return type.Text;
    }
}
