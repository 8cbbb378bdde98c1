using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Releases;
using FhirMsc.Artifacts.Writing;

namespace FhirMsc.Artifacts.Libraries;

/// <summary>The library that lists everything made from the guideline.</summary>
internal static class ManifestLibrary
{
    /// <summary>The manifest.</summary>
    /// <param name="frame">The guideline and the release.</param>
    /// <param name="artifacts">Everything else.</param>
    public static Draft Of(Frame frame, IEnumerable<Draft> artifacts)
    {
        var all = artifacts.ToList();
        var title = $"Everything of {frame.Guideline.Title}";
        var head = new Head("Library", frame.Names.Manifest, title, $"All artifacts of {frame.Guideline.Title}, version {frame.Guideline.Version}.", frame.Guideline.Origin)
        {
            Kind = ArtifactKind.Manifest,
            Related = [.. all.Select(Component)],
            Narrative = new Xhtml().Heading(title).Table(["Artifact", "Title"], all.Select(IReadOnlyList<string?> (draft) => [draft.Reference, draft.Title])),
        };
        return Resource.Make(frame, head, new Element
        {
            { "type", Datatypes.Concept("http://terminology.hl7.org/CodeSystem/library-type", "asset-collection", "Asset Collection") },
        });
    }

    private static Related Component(Draft draft) => new("composed-of")
    {
        Display = draft.Title,
        Owned = true,
        Canonical = draft.IsCanonical ? draft.Canonical : null,
        Reference = draft.IsCanonical ? null : draft.Reference,
    };
}
