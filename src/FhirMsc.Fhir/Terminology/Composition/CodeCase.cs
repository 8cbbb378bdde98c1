namespace FhirMsc.Fhir.Terminology.Composition;

/// <summary>How codes compare where nobody said that case matters.</summary>
internal static class CodeCase
{
    /// <summary>Regardless of case, unless two of the codes differ in nothing else.</summary>
    public static StringComparer Comparer(IEnumerable<string> distinctCodes)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return distinctCodes.All(seen.Add) ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
    }
}
