using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Findings;
using FhirMsc.Content.Studies;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Evidences;

/// <summary>Populations, arms, outcomes and harms as <c>EvidenceVariable</c>, which <c>Evidence</c> points to.</summary>
internal static class Variables
{
    /// <summary>The population of a study; the group itself is in <see cref="Groups"/>.</summary>
    public static Draft Population(Frame frame, Study study) => Make(
        frame,
        frame.Names.Population(study),
        $"Population of {study.Label}",
        study.Population.Text,
        new VariableBody([new Trait(study.Population.Origin) { Description = study.Population.Text, Group = $"Group/{frame.Names.Of(study)}" }]),
        study.Population.Origin);

    /// <summary>An arm of a study.</summary>
    public static Draft Arm(Frame frame, Study study, Arm arm) => Make(
        frame,
        frame.Names.Of(study, arm),
        $"{study.Label}: {arm.Name}",
        StudyWords.Describe(arm),
        new VariableBody([new Trait(arm.Origin) { Description = StudyWords.Describe(arm), Concept = arm.Intervention }]) { Notes = [.. Remarks.On(frame, [$"{study.Id}.{arm.Id}"])] },
        arm.Origin);

    /// <summary>An outcome of a study.</summary>
    public static Draft Outcome(Frame frame, Study study, Outcome outcome) => Make(
        frame,
        frame.Names.Of(outcome),
        $"{study.Label}: {outcome.Title}",
        StudyWords.Describe(outcome.TimeFrame) is { } time ? $"{outcome.Title} ({time})" : outcome.Title,
        new VariableBody(
        [
            new Trait(outcome.Origin)
            {
                Description = study.Endpoints.FirstOrDefault(endpoint => endpoint.Id == outcome.Endpoint) is { } endpoint ? StudyWords.Describe(endpoint) : outcome.Title,
                Concept = outcome.Title,
                TimeFrame = outcome.TimeFrame,
            },
        ])
        {
            Kind = outcome.Kind,
        },
        outcome.Origin);

    /// <summary>Those who get an intervention that harms are told of.</summary>
    public static Draft Population(Frame frame, AdverseEffects effects) => Make(
        frame,
        frame.Names.Population(effects),
        $"Recipients of {effects.Intervention}",
        $"Whoever receives {effects.Intervention}; the page does not say more.",
        new VariableBody([new Trait(effects.Origin) { Concept = $"Receives {effects.Intervention}" }]),
        effects.Origin);

    /// <summary>The harms of an intervention, one characteristic each.</summary>
    public static Draft Harms(Frame frame, AdverseEffects effects) => Make(
        frame,
        frame.Names.Of(effects),
        $"Harms of {effects.Intervention}",
        $"Possible harms: {string.Join("; ", effects.Risks.Select(risk => risk.Text))}.",
        new VariableBody(effects.Risks.Count == 0
            ? [new Trait(effects.Origin) { Concept = $"Harm of {effects.Intervention}" }]
            : [.. effects.Risks.Select(risk => new Trait(risk.Origin) { Concept = risk.Text })])
        {
            Kind = OutcomeKind.Descriptive,
            AreAlternatives = effects.Risks.Count > 1,
        },
        effects.Origin);

    private static Draft Make(Frame frame, string id, string title, string description, VariableBody body, Origin origin)
    {
        var head = new Head("EvidenceVariable", id, title, description, origin)
        {
            Kind = Releases.ArtifactKind.Variable,
            Narrative = new Xhtml().Heading(title).Paragraph(description),
        };
        return Resource.Make(frame, head, frame.Forms.Variable(body));
    }
}
