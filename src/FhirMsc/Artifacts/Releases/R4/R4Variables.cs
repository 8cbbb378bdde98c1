using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Findings;
using FhirMsc.Content.Studies;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Releases.R4;

/// <summary>Populations, arms and outcomes as <c>EvidenceVariable</c>, which R4's <c>Evidence</c> points to.</summary>
internal static class R4Variables
{
    /// <summary>The population of a study; the group itself is in <see cref="R4Studies"/>.</summary>
    public static Draft Population(Frame frame, Study study) => Make(
        frame,
        frame.Names.Population(study),
        $"Population of {study.Label}",
        study.Population.Text,
        null,
        [
            new Element(study.Population.Origin)
            {
                { "description", study.Population.Text },
                { "definitionReference", Datatypes.Reference($"Group/{frame.Names.Of(study)}") },
            },
        ],
        study.Population.Origin);

    /// <summary>An arm of a study.</summary>
    public static Draft Arm(Frame frame, Study study, Arm arm) => Make(
        frame,
        frame.Names.Of(study, arm),
        $"{study.Label}: {arm.Name}",
        StudyWords.Describe(arm),
        null,
        [
            new Element(arm.Origin)
            {
                { "description", StudyWords.Describe(arm) },
                { "definitionCodeableConcept", Datatypes.Words(arm.Intervention) },
            },
        ],
        arm.Origin,
        $"{study.Id}.{arm.Id}");

    /// <summary>An outcome of a study.</summary>
    public static Draft Outcome(Frame frame, Study study, Outcome outcome) => Make(
        frame,
        frame.Names.Of(outcome),
        $"{study.Label}: {outcome.Title}",
        StudyWords.Describe(outcome.TimeFrame) is { } time ? $"{outcome.Title} ({time})" : outcome.Title,
        outcome.Kind.ToString().ToLowerInvariant(),
        [
            new Element(outcome.Origin)
            {
                { "description", study.Endpoints.FirstOrDefault(endpoint => endpoint.Id == outcome.Endpoint) is { } endpoint ? StudyWords.Describe(endpoint) : outcome.Title },
                { "definitionCodeableConcept", Datatypes.Words(outcome.Title) },
                { "timeFromStart", outcome.TimeFrame is { } frameOfTime ? Datatypes.Quantity(frameOfTime.Value, frameOfTime.Unit, frameOfTime.Origin) : null },
            },
        ],
        outcome.Origin);

    /// <summary>Those who get an intervention that harms are told of.</summary>
    public static Draft Population(Frame frame, AdverseEffects effects) => Make(
        frame,
        frame.Names.Population(effects),
        $"Recipients of {effects.Intervention}",
        $"Whoever receives {effects.Intervention}; the page does not say more.",
        null,
        [new Element(effects.Origin) { { "definitionCodeableConcept", Datatypes.Words($"Receives {effects.Intervention}") } }],
        effects.Origin);

    /// <summary>The harms of an intervention, one characteristic each.</summary>
    public static Draft Harms(Frame frame, AdverseEffects effects) => Make(
        frame,
        frame.Names.Of(effects),
        $"Harms of {effects.Intervention}",
        $"Possible harms: {string.Join("; ", effects.Risks.Select(risk => risk.Text))}.",
        "descriptive",
        effects.Risks.Count == 0
            ? [new Element(effects.Origin) { { "definitionCodeableConcept", Datatypes.Words($"Harm of {effects.Intervention}") } }]
            : effects.Risks.Select(risk => new Element(risk.Origin) { { "definitionCodeableConcept", Datatypes.Words(risk.Text) } }),
        effects.Origin);

    private static Draft Make(Frame frame, string id, string title, string description, string? type, IEnumerable<Element> characteristics, Origin origin, params string[] facts)
    {
        var head = new Head("EvidenceVariable", id, title, description, origin) { Narrative = new Xhtml().Heading(title).Paragraph(description) };
        return Resource.Make(frame, head, new Element { { "note", Remarks.On(frame, facts) }, { "type", type }, { "characteristic", characteristics } });
    }
}
