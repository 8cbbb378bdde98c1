namespace FhirMsc.Fhir.Definitions;

/// <summary>
/// Extensions of some families are developed in the extensions package, and later releases of it are meant for R4 too, though R4's own core package has older
/// ones under the same URLs: those allow other places, so that no resource could meet both. The package's go before core's.
/// </summary>
internal static class ExtensionFamilies
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";

    private static readonly string[] Prefixes = ["cqf-", "artifact-", "workflow-"];

    /// <summary>Whether a URL, with or without version, is of one of the families.</summary>
    public static bool Has(string url) =>
        url.StartsWith(Core, StringComparison.Ordinal) && Array.Exists(Prefixes, prefix => url.AsSpan(Core.Length).StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Whether a definition comes from a core package: those are numbered like the release.</summary>
    public static bool IsFromCore(StructureDefinition structure) => structure.Version is { } version && FhirRelease.All.Any(release => release.Version == version);
}
