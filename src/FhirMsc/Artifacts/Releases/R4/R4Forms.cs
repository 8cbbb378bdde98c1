using FhirMsc.Artifacts.Citations;
using FhirMsc.Artifacts.Evidences;
using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Releases.R5;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;
using FhirMsc.Content.Logic;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Artifacts.Releases.R4;

/// <summary>The forms of R4 (4.0.1); R4B has many of them too.</summary>
internal class R4Forms : IReleaseForms
{
    private const string Citations = "Citation";
    private static readonly string[] Capabilities = ["shareable", "computable", "publishable"];

    /// <summary>Types on which the extensions pack does not allow <c>artifact-versionAlgorithm</c>, or that are no knowledge to compute with.</summary>
    private static readonly string[] Descriptive = ["Evidence", "EvidenceVariable", "Citation", "ImplementationGuide"];

    /// <inheritdoc/>
    public virtual FhirRelease Release => FhirRelease.R4;

    /// <inheritdoc/>
    public virtual string CitationType => "Basic";

    /// <inheritdoc/>
    public virtual IReadOnlyList<IProjection> Further => [];

    /// <summary>R4 has no Citation of its own and carries R5's.</summary>
    ICitationForms IReleaseForms.Citations => CitationForms;

    /// <inheritdoc/>
    public string MessagePath => "payload.content";

    /// <inheritdoc cref="IReleaseForms.Citations"/>
    protected virtual ICitationForms CitationForms { get; } = new R5CitationForms();

    /// <inheritdoc/>
    public virtual IReadOnlyList<string> Profiles(ArtifactKind kind) => R4Profiles.Of(kind);

    /// <inheritdoc/>
    public IEnumerable<Element?> MetadataExtensions(string resourceType) => Descriptive.Contains(resourceType) ? [] :
    [
        .. Capabilities.Select(capability => Extension.Of(ExtensionUrls.KnowledgeCapability, "valueCode", capability)),
        Extension.Of(ExtensionUrls.VersionAlgorithm, "valueCoding", Resource.VersionAlgorithm),
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
    public virtual Element MedicationOrder() => new()
    {
        { "profile", "http://hl7.org/fhir/uv/cpg/StructureDefinition/cpg-medicationrequest" },
        { "code", Datatypes.Concept("http://hl7.org/fhir/uv/cpg/CodeSystem/cpg-activity-type-cs", "order-medication", "Order a medication") },
    };

    /// <inheritdoc/>
    public string Expression(Criterion criterion) => criterion.Expression;

    /// <inheritdoc/>
    public Element MapGroup(string source, string sourceVersion, string target) => new() { { "source", source }, { "sourceVersion", sourceVersion }, { "target", target } };

    /// <inheritdoc/>
    public Element MapElement(MappedConcept concept) => new(concept.Origin)
    {
        { "code", concept.Code },
        { "display", concept.Display },
        {
            "target",
            concept.Mappings.Select(mapping => new Element(mapping.Origin)
            {
                { "code", mapping.Code },
                { "display", mapping.Display },
                { "equivalence", mapping.Equivalence.ToString().ToLowerInvariant() },
                { "comment", mapping.Comment ?? NeededComment(mapping.Equivalence) },
            })
        },
    };

    /// <inheritdoc/>
    public Element GroupKind(bool isDefinitional) => new() { { "actual", !isDefinitional } };

    /// <summary>The standard form of an R5 Citation in R4 is a <c>Basic</c>; the status changes the meaning and is therefore a modifier.</summary>
    public virtual Element Citation(Frame frame, CitationBody body)
    {
        var guideline = frame.Guideline;
        var url = frame.Names.Url(Citations, body.Id);
        var record = new Element
        {
            { "url", url },
            { "version", guideline.Version },
            { "name", Names.ComputerName(body.Id) },
            { "title", body.Title },
            { "experimental", guideline.Experimental },
            { "date", guideline.Date },
            { "publisher", guideline.Publisher.Name },
            { "summary", [body.Summary] },
            { "citedArtifact", body.CitedArtifact },
        };
        return new Element
        {
            { "contained", body.Contained },
            { "extension", R5InR4.Extensions(Citations, record) },
            { "modifierExtension", R5InR4.Extensions(Citations, new Element { { "status", Words.Of(guideline.Status) } }) },
            { "identifier", [Datatypes.OfficialIdentifier(url)] },
            { "code", Datatypes.Concept("http://hl7.org/fhir/fhir-types", Citations, Citations) },
            { "created", guideline.Date },
        };
    }

    /// <summary>R4's own population, exposures and outcome; what R4 has no element for (statistics, roles, certainty) as R5 elements in extensions.</summary>
    public virtual Element Evidence(EvidenceBody body)
    {
        var said = new Element();
        said.Take(body.Said.Members);
        if (body.Design is { } design)
        {
            said.Add("studyDesign", [StudyDesigns.Sevco(design)]);
        }

        return new Element
        {
            { "extension", R5InR4.Extensions("Evidence", said) },
            { "note", body.Notes },
            { "exposureBackground", body.Population },
            { "exposureVariant", body.Exposures },
            { "outcome", [body.Outcome] },
        };
    }

    /// <inheritdoc/>
    public virtual Element Variable(VariableBody body) => new()
    {
        { "note", body.Notes },
        { "type", body.Kind?.ToString().ToLowerInvariant() },
        {
            "characteristic",
            body.Traits.Select(trait => new Element(trait.Origin)
            {
                { "description", trait.Description },
                { "definitionReference", trait.Group is null ? null : Datatypes.Reference(trait.Group) },
                { "definitionCodeableConcept", Datatypes.Words(trait.Concept) },
                { "timeFromStart", trait.TimeFrame is { } time ? Datatypes.Quantity(time.Value, time.Unit, time.Origin) : null },
            })
        },
    };

    /// <inheritdoc/>
    public Element Study(StudyBody body) => R4Study.Of(body);

    /// <inheritdoc/>
    public Element GuideResource(Draft draft) => new()
    {
        { "reference", Datatypes.Reference(draft.Reference) },
        { "name", draft.Title },
        { "exampleBoolean", false },
    };

    private static Element? Document(Related related) => related.Document is not { } document ? null : new Element
    {
        { "url", related.Url },
        { "title", document.Title },
        { "creation", document.Date },
    };

    /// <summary>R4 invariant cmd-1: what is narrower or inexact needs a comment.</summary>
    private static string? NeededComment(MappingEquivalence equivalence) => equivalence switch
    {
        MappingEquivalence.Narrower => "The target means less than the source.",
        MappingEquivalence.Inexact => "The meanings overlap; neither contains the other.",
        _ => null,
    };
}
