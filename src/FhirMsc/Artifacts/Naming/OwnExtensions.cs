namespace FhirMsc.Artifacts.Naming;

/// <summary>
/// Canonical URLs of this project's own extensions: the same for every guideline and every publisher, because their meaning is the same. Their
/// definitions are in <c>fhir-resources/profiles</c>.
/// </summary>
internal static class OwnExtensions
{
    /// <summary>On <c>Expression</c> and <c>DataRequirement</c>: what to tell the clinician when it can't be told or is not available.</summary>
    public const string CannotTell = Base + "cannot-tell";

    /// <summary>On <c>PlanDefinition.action</c>: a reason that a clinician may give for not following it.</summary>
    public const string OverrideReason = Base + "override-reason";

    /// <summary>On <c>PlanDefinition.action</c>: a line to add to its description when a condition holds.</summary>
    public const string ConditionalNote = Base + "conditional-note";

    /// <summary>On <c>DataRequirement</c>: without this data the call is refused rather than answered, if the answer depends on it.</summary>
    public const string RequiredInput = Base + "required-input";

    /// <summary>On <c>Expression</c>: a site may put a value of its own in the place of the expression.</summary>
    public const string SiteSetting = Base + "site-setting";

    private const string Base = "https://fhirmsc.example.org/fhir/StructureDefinition/";
}
