using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;
using FhirMsc.Content.Logic;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Artifacts.Releases.R4;

/// <summary>The forms of R4 (4.0.1).</summary>
internal sealed class R4Forms : IReleaseForms
{
    private static readonly string[] Capabilities = ["shareable", "computable", "publishable"];

    /// <summary>Types on which the extensions pack does not allow <c>artifact-versionAlgorithm</c>, and that are no knowledge to compute with.</summary>
    private static readonly string[] Descriptive = ["Evidence", "EvidenceVariable"];

    /// <inheritdoc/>
    public FhirRelease Release => FhirRelease.R4;

    /// <inheritdoc/>
    public string CitationType => "Basic";

    /// <inheritdoc/>
    public IReadOnlyList<string> Elements(string resourceType) => R4Elements.Order[resourceType];

    /// <inheritdoc/>
    public IReadOnlyList<string> Profiles(ArtifactKind kind) => R4Profiles.Of(kind);

    /// <inheritdoc/>
    public IEnumerable<Element?> MetadataExtensions(string resourceType) => Descriptive.Contains(resourceType) ? [] :
    [
        .. Capabilities.Select(capability => Extension.Of(ExtensionUrls.KnowledgeCapability, "valueCode", capability)),
        Extension.Of(ExtensionUrls.VersionAlgorithm, "valueCoding", Datatypes.Coding("http://hl7.org/fhir/version-algorithm", "semver", "SemVer")),
    ];

    /// <inheritdoc/>
    public Element RelatedArtifact(Related related) => new(related.Origin)
    {
        {
            "extension",
            [
                Extension.Of(ExtensionUrls.IsOwned, "valueBoolean", related.Owned),
                Extension.Of(ExtensionUrls.PublicationStatus, "valueCode", related.PublicationStatus),
                Extension.Of(ExtensionUrls.PublicationDate, "valueDate", related.PublicationDate?.Text),
                related.Reference is null ? null : Extension.Of(ExtensionUrls.ResourceReference, "valueReference", Datatypes.Reference(related.Reference)),
            ]
        },
        { "type", related.Type },
        { "label", related.Label },
        { "display", related.Display },
        { "citation", related.Citation },
        { "url", related.Url },
        { "document", Document(related) },
        { "resource", related.Canonical },
    };

    /// <inheritdoc/>
    public Element ActionInput(Element dataRequirement) => dataRequirement;

    /// <inheritdoc/>
    public string Expression(Criterion criterion) => criterion.Expression;

    /// <inheritdoc/>
    public Element MapTarget(Mapping mapping) => new(mapping.Origin)
    {
        { "code", mapping.Code },
        { "display", mapping.Display },
        { "equivalence", mapping.Equivalence.ToString().ToLowerInvariant() },
        { "comment", mapping.Comment ?? NeededComment(mapping.Equivalence) },
    };

    /// <inheritdoc/>
    public Element DefinitionalGroup(IEnumerable<Element?> characteristics) => new()
    {
        { "type", "person" },
        { "actual", false },
        { "characteristic", characteristics },
    };

    /// <inheritdoc/>
    public IEnumerable<Draft> EvidenceLayer(Frame frame) =>
    [
        .. R4Citations.All(frame),
        .. frame.Guideline.Studies.SelectMany(study => R4Studies.All(frame, study)),
        .. frame.Guideline.Studies.SelectMany(study => study.Outcomes.SelectMany(outcome => R4Evidence.Of(frame, study, outcome))),
        .. frame.Guideline.AdverseEffects.SelectMany(effects => R4Harms.Of(frame, effects)),
    ];

    private static Element? Document(Related related) => related.Document is not { } document ? null : new Element
    {
        { "url", related.Url },
        { "title", document.Title },
        { "creation", document.Date?.Text },
    };

    /// <summary>R4 invariant cmd-1: what is narrower or inexact needs a comment.</summary>
    private static string? NeededComment(MappingEquivalence equivalence) => equivalence switch
    {
        MappingEquivalence.Narrower => "The target means less than the source.",
        MappingEquivalence.Inexact => "The meanings overlap; neither contains the other.",
        _ => null,
    };
}
