using FhirMsc.Fhir.Packages;

namespace FhirMsc.Tests.Publishing.Searching;

/// <summary>A test that needs the core packages of all releases; skipped, with the reason, where one is missing.</summary>
internal sealed class SearchPackagesFactAttribute : FactAttribute
{
    public SearchPackagesFactAttribute()
    {
        var missing = Names.Where(name => PackageCache.OfUser().Find(name.Name, name.Version) is null).Select(name => $"{name.Name}@{name.Version}").ToList();
        if (missing.Count > 0)
        {
            Skip = $"Neither in $FHIRMSC_PACKAGES nor in ~/.cache/fhirmsc/packages: {string.Join(", ", missing)}.";
        }
    }

    public static IReadOnlyList<(string Name, string Version)> Names { get; } = [("hl7.fhir.r4.examples", "4.0.1"), ("hl7.fhir.r4b.core", "4.3.0"), ("hl7.fhir.r5.core", "5.0.0")];
}
