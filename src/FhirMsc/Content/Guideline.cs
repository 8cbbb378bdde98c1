using FhirMsc.Content.Cards;
using FhirMsc.Content.Findings;
using FhirMsc.Content.Logic;
using FhirMsc.Content.Ratings;
using FhirMsc.Content.Recommendations;
using FhirMsc.Content.References;
using FhirMsc.Content.Source;
using FhirMsc.Content.Studies;
using FhirMsc.Content.Tracing;
using FhirMsc.Content.Vocabulary;

namespace FhirMsc.Content;

/// <summary>
/// One reviewed guideline: every fact of the published page in structured form, the terminology it needs, and the logic of its decision support
/// services. Independent of FHIR releases; the artifacts of each release are projections of it.
/// </summary>
public sealed record Guideline : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Identifier in FHIR's <c>id</c> syntax; part of the ids of what is generated.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the content, semantic versioning.</summary>
    public required string Version { get; init; }

    /// <summary>Status of the artifacts.</summary>
    public required PublicationStatus Status { get; init; }

    /// <summary>Whether the artifacts are only for testing.</summary>
    public required bool Experimental { get; init; }

    /// <summary>Title of the content; the page's own is in <see cref="Source"/>.</summary>
    public required string Title { get; init; }

    /// <summary>Sub-title: what of the page is meant, e.g. the heading over its text.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The version that this one succeeds; <see langword="null"/> for the first.</summary>
    public string? Replaces { get; init; }

    /// <summary>What the content is, in our own words (Markdown).</summary>
    public required string Description { get; init; }

    /// <summary>Why it exists (Markdown), for <c>purpose</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>What users must know (Markdown), for <c>usage</c>; holds the notice of an archived source.</summary>
    public string? Usage { get; init; }

    /// <summary>BCP-47 tag of the language of the content.</summary>
    public required string Language { get; init; }

    /// <summary>Base of all canonical URLs, without a slash at its end.</summary>
    public required string Canonical { get; init; }

    /// <summary>Publication date of the artifacts: the one date that is not the page's.</summary>
    public required PartialDate Date { get; init; }

    /// <summary>Who publishes the artifacts.</summary>
    public required Publisher Publisher { get; init; }

    /// <summary>Copyright statement of the artifacts (Markdown), which also names the rights of the source.</summary>
    public required string Copyright { get; init; }

    /// <summary>Country codes (ISO 3166-1 alpha-2) where the guideline is meant to apply.</summary>
    public required IReadOnlyList<string> Jurisdiction { get; init; }

    /// <summary>What the guideline is about, for <c>useContext</c> of type <c>focus</c>.</summary>
    public Coding? Focus { get; init; }

    /// <summary>Codes of FHIR's <c>definition-topic</c>: <c>treatment</c>, <c>education</c>, <c>assessment</c>.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>The page.</summary>
    public required GuidelineSource Source { get; init; }

    /// <summary>The sections of the page, in page order.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>The rating schemes the recommendations use; empty when the page rates nothing.</summary>
    public required IReadOnlyList<RatingScheme> RatingSchemes { get; init; }

    /// <summary>The recommendations.</summary>
    public required IReadOnlyList<Recommendation> Recommendations { get; init; }

    /// <summary>Facts that are no study results: mechanism, licensing, state of the evidence.</summary>
    public required IReadOnlyList<BackgroundFact> Background { get; init; }

    /// <summary>The studies described.</summary>
    public required IReadOnlyList<Study> Studies { get; init; }

    /// <summary>What the page says of harms.</summary>
    public required IReadOnlyList<AdverseEffects> AdverseEffects { get; init; }

    /// <summary>What the page says of particular patients: pregnancy, children.</summary>
    public required IReadOnlyList<Consideration> Considerations { get; init; }

    /// <summary>The references, in page order.</summary>
    public required IReadOnlyList<Reference> References { get; init; }

    /// <summary>Defects of the page that were found, kept as printed and flagged.</summary>
    public required IReadOnlyList<Defect> Defects { get; init; }

    /// <summary>Code systems, value sets, concept maps and their licences.</summary>
    public required Terminology Terminology { get; init; }

    /// <summary>Inputs and criteria of the decision support.</summary>
    public required DecisionLogic Logic { get; init; }

    /// <summary>The CDS Hooks services.</summary>
    public required IReadOnlyList<Service> Services { get; init; }
}
