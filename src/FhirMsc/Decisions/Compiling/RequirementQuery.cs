using FhirMsc.Fhir.Json;
using FhirMsc.Publishing;

namespace FhirMsc.Decisions.Compiling;

/// <summary>
/// A prefetch template from a DataRequirement that brings no query of its own (R4, CDS on FHIR, "Prefetch templates"): type, the patient, codes, and a count.
/// Only parameters that R4, R4B and R5 define for the type are used, and no modifier.
/// </summary>
internal static class RequirementQuery
{
    /// <summary>Longer URLs are refused by servers that take few kilobytes; without the codes the query brings more, and the conditions sort it out.</summary>
    private const int Longest = 3_000;

    private const int Count = 200;

    /// <summary>The search parameter by which each type names its patient (R4, list of search parameters).</summary>
    private static readonly Dictionary<string, string> Patient = new(StringComparer.Ordinal)
    {
        ["AllergyIntolerance"] = "patient",
        ["CarePlan"] = "patient",
        ["CareTeam"] = "patient",
        ["Condition"] = "patient",
        ["Coverage"] = "beneficiary",
        ["Device"] = "patient",
        ["DeviceRequest"] = "patient",
        ["DiagnosticReport"] = "patient",
        ["DocumentReference"] = "patient",
        ["Encounter"] = "patient",
        ["FamilyMemberHistory"] = "patient",
        ["Goal"] = "patient",
        ["ImagingStudy"] = "patient",
        ["Immunization"] = "patient",
        ["MedicationAdministration"] = "patient",
        ["MedicationDispense"] = "patient",
        ["MedicationRequest"] = "patient",
        ["MedicationStatement"] = "patient",
        ["NutritionOrder"] = "patient",
        ["Observation"] = "patient",
        ["Procedure"] = "patient",
        ["QuestionnaireResponse"] = "patient",
        ["ResearchSubject"] = "patient",
        ["ServiceRequest"] = "patient",
        ["Specimen"] = "patient",
        ["Task"] = "patient",
    };

    /// <summary>Types that can be searched by <c>code</c>.</summary>
    private static readonly string[] Coded =
        ["AllergyIntolerance", "Condition", "DiagnosticReport", "MedicationAdministration", "MedicationDispense", "MedicationRequest", "MedicationStatement", "Observation", "Procedure", "ServiceRequest", "Task"];

    /// <summary>The template; <see langword="null"/> for a type that nobody can be asked for by patient.</summary>
    public static string? Of(Node requirement, Catalog catalog)
    {
        var type = requirement.At("type") ?? string.Empty;
        if (type == "Patient")
        {
            return "Patient/{{context.patientId}}";
        }

        if (!Patient.TryGetValue(type, out var patient))
        {
            return null;
        }

        var start = $"{type}?{patient}={{{{context.patientId}}}}";
        var end = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"&_count={Count}");
        var codes = Coded.Contains(type) ? Codes(requirement, catalog) : null;
        return codes is { Length: > 0 } && start.Length + codes.Length + end.Length <= Longest ? $"{start}&code={codes}{end}" : start + end;
    }

    private static string? Codes(Node requirement, Catalog catalog)
    {
        var filter = requirement.ChildrenNamed("codeFilter").FirstOrDefault(filter => (filter.At("path") ?? filter.At("searchParam")) == "code");
        if (!filter.Exists)
        {
            return null;
        }

        var codings = filter.ChildrenNamed("code").ToList();
        var listed = codings.Count > 0 ? codings.Select(coding => (System: coding.At("system"), Code: coding.At("code"))) : filter.At("valueSet") is { } canonical ? Listed(catalog.FindCanonical(canonical)?.Tree.Root ?? default) : null;
        return listed is null ? null : string.Join(',', listed.Select(code => code.System is null ? Uri.EscapeDataString(code.Code ?? string.Empty) : $"{code.System}|{Uri.EscapeDataString(code.Code ?? string.Empty)}"));
    }

    /// <summary>The codes that a value set lists one by one; <see langword="null"/> if it says anything else, because then not all codes are known.</summary>
    private static IEnumerable<(string? System, string? Code)>? Listed(Node valueSet)
    {
        var compose = valueSet.Child("compose");
        if (!compose.Exists || compose.Child("exclude").Exists || compose.ChildrenNamed("include").Any(include => !include.Child("concept").Exists || include.Child("filter").Exists || include.Child("valueSet").Exists))
        {
            return null;
        }

        return compose.ChildrenNamed("include").SelectMany(include => include.ChildrenNamed("concept").Select(concept => (include.At("system"), concept.At("code"))));
    }
}
