using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Terminology.Composition;

/// <summary>
/// Value sets that FHIR defines by their URL alone (R4 and R5, "Using SNOMED CT with FHIR" and "Using LOINC with FHIR", implicit value sets). The content of
/// those systems is not here; that codes of other systems are not in them is known all the same.
/// </summary>
internal static class ImplicitValueSets
{
    private const string Snomed = "http://snomed.info/sct", Marker = "?fhir_vs", Loinc = "http://loinc.org", LoincSets = Loinc + "/vs";

    /// <summary>The value set that a URL stands for; <see langword="null"/> if it is not one of these.</summary>
    public static ValueSetDefinition? Find(string canonical)
    {
        if (canonical.StartsWith(Snomed, StringComparison.Ordinal) && canonical.IndexOf(Marker, StringComparison.Ordinal) is > 0 and var marker)
        {
            // http://snomed.info/sct/EDITION/version/VERSION?fhir_vs=…: the edition is part of the URL, not of the system.
            return canonical[(marker + Marker.Length)..] switch
            {
                "" => Of(canonical, Snomed),
                ['=', 'i', 's', 'a', '/', .. var top] => Of(canonical, Snomed, new ValueSetFilter("concept", "is-a", top)),
                ['=', .. var other] => Of(canonical, Snomed, new ValueSetFilter("constraint", "=", other)),
                _ => null,
            };
        }

        return canonical == LoincSets ? Of(canonical, Loinc)
            : canonical.StartsWith(LoincSets + "/", StringComparison.Ordinal) ? Of(canonical, Loinc, new ValueSetFilter("parent", "=", canonical[(LoincSets.Length + 1)..]))
            : null;
    }

    private static ValueSetDefinition Of(string url, string system, params ReadOnlySpan<ValueSetFilter> filters) =>
        new() { Url = url, Includes = [new ValueSetInclude { System = system, Filters = [.. filters] }] };
}
