using FhirMsc.Artifacts.Releases;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Metadata;

/// <summary>What one artifact says of itself; the rest of its metadata is the guideline's.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Id">Logical id.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Description">What it is (Markdown).</param>
/// <param name="Origin">The content that it is made from.</param>
internal sealed record Head(string Type, string Id, string Title, string? Description, Origin Origin)
{
    /// <summary>What profiles it claims.</summary>
    public ArtifactKind Kind { get; init; } = ArtifactKind.Plain;

    /// <summary>Profiles that it claims besides those of its kind.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>Version, if not the guideline's.</summary>
    public string? Version { get; init; }

    /// <summary>Country, if not the guideline's.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Notices of the licences of what is in it, besides the guideline's copyright.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>What users must know, besides what the guideline says.</summary>
    public IReadOnlyList<string?> Usage { get; init; } = [];

    /// <summary>Topics (<c>CodeableConcept</c>) before those of the guideline.</summary>
    public IReadOnlyList<Element?> Topics { get; init; } = [];

    /// <summary>Related artifacts.</summary>
    public IReadOnlyList<Related> Related { get; init; } = [];

    /// <summary>Extensions before those of the metadata.</summary>
    public IReadOnlyList<Element?> Extensions { get; init; } = [];

    /// <summary>The narrative.</summary>
    public required Xhtml Narrative { get; init; }
}
