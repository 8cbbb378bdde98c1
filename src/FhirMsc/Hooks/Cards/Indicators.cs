namespace FhirMsc.Hooks.Cards;

/// <summary>
/// FHIR's request-priority as a card's indicator: the ConceptMap of FHIR R4 that belongs to CDS on FHIR, with <c>asap</c>, which it leaves out, beside
/// <c>urgent</c>.
/// </summary>
internal static class Indicators
{
    private static readonly Dictionary<string, string> ByPriority = new(StringComparer.Ordinal)
    {
        ["routine"] = "info",
        ["urgent"] = "warning",
        ["asap"] = "warning",
        ["stat"] = "critical",
    };

    /// <summary>The indicator of a priority. A code that FHIR does not have is shown as a warning: rather too loud than overlooked.</summary>
    public static string Of(string priority) => ByPriority.GetValueOrDefault(priority, "warning");
}
