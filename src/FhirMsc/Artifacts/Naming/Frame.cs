using FhirMsc.Artifacts.Releases;
using FhirMsc.Content;
using FhirMsc.Content.Ratings;
using FhirMsc.Content.Recommendations;
using FhirMsc.Content.References;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Artifacts.Naming;

/// <summary>What all artifacts of one guideline in one release share: the content, the names, and the forms of the release.</summary>
internal sealed class Frame
{
    private readonly Dictionary<string, Reference> references;
    private readonly Dictionary<string, ITraceable> facts;

    /// <summary>Looks everything up that artifacts refer to.</summary>
    public Frame(Guideline guideline, IReleaseForms forms)
    {
        Guideline = guideline;
        Forms = forms;
        Names = new Names(guideline);
        Codes = new OwnCodes(guideline, Names);
        references = guideline.References.ToDictionary(reference => reference.Label, StringComparer.Ordinal);
        facts = FactIndex.Of(guideline).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The content.</summary>
    public Guideline Guideline { get; }

    /// <summary>The forms of the release.</summary>
    public IReleaseForms Forms { get; }

    /// <summary>The definitions of the release.</summary>
    public FhirModel Model => FhirModel.For(Forms.Release);

    /// <summary>Ids and canonicals.</summary>
    public Names Names { get; }

    /// <summary>The guideline's own code systems.</summary>
    public OwnCodes Codes { get; }

    /// <summary>The reference with a label.</summary>
    public Reference Cited(string label) => references[label];

    /// <summary>The fact with an id; <see langword="null"/> when the content has none.</summary>
    public ITraceable? Fact(string id) => facts.GetValueOrDefault(id);

    /// <summary>The recommendation with an id.</summary>
    public Recommendation Recommendation(string id) => Guideline.Recommendations.First(recommendation => recommendation.Id == id);

    /// <summary>The scheme of a rating.</summary>
    public RatingScheme Scheme(Rating rating) => Guideline.RatingSchemes.First(scheme => scheme.Id == rating.Scheme);

    /// <summary>Canonical of one of the guideline's value sets, with version.</summary>
    public string ValueSet(string id) => Names.Canonical("ValueSet", id);
}
