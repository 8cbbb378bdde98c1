using FhirMsc.Fhir.Packages;

namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>The packages that one release's pack is made from.</summary>
/// <param name="Core">The package with the release's own definitions.</param>
/// <param name="Expansions">Packages of expanded value sets.</param>
/// <param name="Extensions">Packages of extensions.</param>
/// <param name="Others">Further packages: terminology.</param>
internal sealed record ReleasePackages(FhirPackage Core, IReadOnlyList<FhirPackage> Expansions, IReadOnlyList<FhirPackage> Extensions, IReadOnlyList<FhirPackage> Others)
{
    private const string Element = "http://hl7.org/fhir/StructureDefinition/Element";

    /// <summary>Sorts out the packages of a release; <see langword="null"/> if its core package is not among them.</summary>
    public static ReleasePackages? Of(FhirRelease release, IReadOnlyCollection<FhirPackage> packages)
    {
        var ordered = packages.OrderBy(package => package.Manifest.Name, StringComparer.Ordinal).ThenBy(package => package.Manifest.Version, StringComparer.Ordinal).ToList();
        if (ordered.Find(package => IsCore(package) && package.Manifest.FhirVersions.Contains(release.Version)) is not { } core)
        {
            return null;
        }

        // Extensions and terminology are not published for R4B; what is published for R4 serves it, since the data types are the same.
        var versions = release == FhirRelease.R4B ? [release.Version, FhirRelease.R4.Version] : new[] { release.Version };
        var others = ordered.FindAll(package => !IsCore(package) && package.Manifest.FhirVersions.Any(versions.Contains));
        return new ReleasePackages(
            core,
            others.FindAll(package => IsExpansions(package) && package.Manifest.FhirVersions.Contains(release.Version)),
            others.FindAll(IsExtensions),
            others.FindAll(package => !IsExpansions(package) && !IsExtensions(package)));
    }

    private static bool IsCore(FhirPackage package) => package.Entries.Any(entry => entry.Url == Element);

    private static bool IsExpansions(FhirPackage package) => package.Manifest.Type == "fhir.expansions";

    private static bool IsExtensions(FhirPackage package) => package.Manifest.Canonical == "http://hl7.org/fhir/extensions";
}
