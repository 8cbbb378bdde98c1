namespace FhirMsc.Artifacts.Naming;

/// <summary>
/// Canonical URLs of this project's own extensions, below the canonical base of the guideline. Their definitions are in
/// <c>fhir-resources/profiles</c>.
/// </summary>
/// <param name="canonicalBase">Canonical base of the guideline.</param>
internal sealed class OwnExtensions(string canonicalBase)
{
    /// <summary>On <c>Expression</c> and <c>DataRequirement</c>: what to tell the clinician when it can't be told or is not available.</summary>
    public string CannotTell => $"{canonicalBase}/StructureDefinition/cannot-tell";

    /// <summary>On <c>PlanDefinition.action</c>: a reason that a clinician may give for not following it.</summary>
    public string OverrideReason => $"{canonicalBase}/StructureDefinition/override-reason";

    /// <summary>On <c>PlanDefinition.action</c>: a line to add to its description when a condition holds.</summary>
    public string ConditionalNote => $"{canonicalBase}/StructureDefinition/conditional-note";

    /// <summary>On <c>DataRequirement</c>: no answer may be given without this data.</summary>
    public string RequiredInput => $"{canonicalBase}/StructureDefinition/required-input";
}
