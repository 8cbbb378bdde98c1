using FhirMsc.Artifacts.Citations;
using FhirMsc.Artifacts.Evidences;
using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content;
using FhirMsc.Content.Logic;
using FhirMsc.Content.Studies;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Artifacts.Releases.R5;

/// <summary>The forms of R5 (5.0.0).</summary>
internal sealed class R5Forms : IReleaseForms
{
    private static readonly string[] Capabilities = ["shareable", "computable", "publishable"];

    /// <summary>Types that are no knowledge to compute with.</summary>
    private static readonly string[] Descriptive = ["Evidence", "EvidenceVariable", "Citation", "Composition", "ResearchStudy", "ImplementationGuide"];

    /// <inheritdoc/>
    public FhirRelease Release => FhirRelease.R5;

    /// <inheritdoc/>
    public string CitationType => "Citation";

    /// <inheritdoc/>
    public IReadOnlyList<IProjection> Further { get; } = [new ArtifactAssessments()];

    /// <inheritdoc/>
    public ICitationForms Citations { get; } = new R5CitationForms();

    /// <summary>R5's payload is a concept, whose text is what can be said freely.</summary>
    public string MessagePath => "payload.content.text";

    /// <inheritdoc/>
    public IReadOnlyList<string> Profiles(ArtifactKind kind) => R5Profiles.Of(kind);

    /// <inheritdoc/>
    public IEnumerable<Element?> MetadataExtensions(string resourceType) => Descriptive.Contains(resourceType) ? [] :
        Capabilities.Select(capability => Extension.Of(ExtensionUrls.KnowledgeCapability, "valueCode", capability));

    /// <summary>R5 has no <c>url</c> here: addresses are those of documents.</summary>
    public Element RelatedArtifact(Related related) => new(related.Origin)
    {
        { "extension", [Extension.Of(ExtensionUrls.IsOwned, "valueBoolean", related.Owned)] },
        { "type", related.Type },
        { "label", related.Label },
        { "display", related.Display },
        { "citation", related.Citation },
        {
            "document",
            related.Url is null ? null : new Element { { "url", related.Url }, { "title", related.Document?.Title }, { "creation", related.Document?.Date } }
        },
        { "resource", related.Canonical },
        { "resourceReference", related.Reference is null ? null : Datatypes.Reference(related.Reference) },
        { "publicationStatus", related.PublicationStatus },
        { "publicationDate", related.PublicationDate },
    };

    /// <inheritdoc/>
    public Element ActionInput(Element dataRequirement)
    {
        var input = new Element(dataRequirement.Origin);
        input.Take(dataRequirement.Members.Where(member => member.Name == "id"));
        var requirement = new Element(dataRequirement.Origin);
        requirement.Take(dataRequirement.Members.Where(member => member.Name != "id"));
        input.Add("requirement", requirement);
        return input;
    }

    /// <summary>CPG's profiles are for R4 only.</summary>
    public Element MedicationOrder() => [];

    /// <inheritdoc/>
    public string Expression(Criterion criterion) => criterion.ExpressionR5 ?? criterion.Expression;

    /// <inheritdoc/>
    public Element MapGroup(string source, string sourceVersion, string target) => new() { { "source", $"{source}|{sourceVersion}" }, { "target", target } };

    /// <inheritdoc/>
    public Element MapElement(MappedConcept concept) => new(concept.Origin)
    {
        { "code", concept.Code },
        { "display", concept.Display },
        { "noMap", concept.Mappings.All(mapping => mapping.Equivalence == MappingEquivalence.Unmatched) ? true : null },
        {
            "target",
            concept.Mappings.Where(mapping => mapping.Equivalence != MappingEquivalence.Unmatched).Select(mapping => new Element(mapping.Origin)
            {
                { "code", mapping.Code },
                { "display", mapping.Display },
                { "relationship", Relationship(mapping.Equivalence) },
                { "comment", mapping.Comment },
            })
        },
    };

    /// <summary>Those who took part are members whether or not others have the same characteristics.</summary>
    public Element GroupKind(bool isDefinitional) => new() { { "membership", isDefinitional ? "definitional" : "enumerated" } };

    /// <inheritdoc/>
    public Element Citation(Frame frame, CitationBody body) => new()
    {
        { "contained", body.Contained },
        { "summary", [body.Summary] },
        { "citedArtifact", body.CitedArtifact },
    };

    /// <inheritdoc/>
    public Element Evidence(EvidenceBody body)
    {
        var evidence = new Element { { "note", body.Notes }, { "studyDesign", [body.Design is null ? null : StudyDesigns.Sevco(body.Design)] } };
        evidence.Take(body.Said.Members);
        return evidence;
    }

    /// <summary>R5 says alternatives by a characteristic that combines others.</summary>
    public Element Variable(VariableBody body)
    {
        var traits = body.Traits.Select(Characteristic).ToList();
        return new Element
        {
            { "note", body.Notes },
            { "handling", body.Kind is null or OutcomeKind.Descriptive ? null : body.Kind.Value.ToString().ToLowerInvariant() },
            {
                "characteristic",
                body.AreAlternatives
                    ? [new Element { { "definitionByCombination", new Element { { "code", "any-of" }, { "characteristic", traits } } } }]
                    : traits
            },
        };
    }

    /// <inheritdoc/>
    public Element Study(StudyBody body) => R5Study.Of(body);

    /// <inheritdoc/>
    public Element GuideResource(Draft draft) => new()
    {
        { "reference", Datatypes.Reference(draft.Reference) },
        { "name", draft.Title },
        { "isExample", false },
    };

    private static Element Characteristic(Trait trait) => new(trait.Origin)
    {
        { "description", trait.Description },
        { "definitionReference", trait.Group is null ? null : Datatypes.Reference(trait.Group) },
        { "definitionCodeableConcept", Datatypes.Words(trait.Concept) },
        {
            "timeFromEvent",
            [
                trait.TimeFrame is { } time ? new Element(time.Origin)
                {
                    { "description", StudyWords.Describe(time) },
                    { "eventCodeableConcept", Datatypes.Words(time.After) },
                    { "quantity", Datatypes.Quantity(time.Value, time.Unit, time.Origin) },
                }
                : null,
            ]
        },
    };

    private static string Relationship(MappingEquivalence equivalence) => equivalence switch
    {
        MappingEquivalence.Equivalent => "equivalent",
        MappingEquivalence.Wider => "source-is-narrower-than-target",
        MappingEquivalence.Narrower => "source-is-broader-than-target",
        _ => "related-to",
    };
}
