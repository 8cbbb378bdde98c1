using FhirMsc.Artifacts.Releases.R4;
using FhirMsc.Artifacts.Releases.R4B;
using FhirMsc.Artifacts.Releases.R5;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Artifacts.Releases;

/// <summary>The one list of the releases that artifacts can be written in.</summary>
internal static class ReleaseForms
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IReleaseForms> All { get; } = [new R4Forms(), new R4BForms(), new R5Forms()];

    /// <summary>Whether artifacts can be written in a release.</summary>
    public static bool Has(FhirRelease release) => All.Any(forms => forms.Release == release);

    /// <summary>The forms of a release.</summary>
    /// <exception cref="ArgumentException">Artifacts can't be written in that release.</exception>
    public static IReleaseForms For(FhirRelease release) =>
        All.FirstOrDefault(forms => forms.Release == release)
        ?? throw new ArgumentException($"Artifacts can be generated for {string.Join(", ", All.Select(forms => forms.Release))}, not for {release}.", nameof(release));
}
