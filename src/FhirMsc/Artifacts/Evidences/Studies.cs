using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Evidences;

/// <summary>The studies: each with the groups that took part, its population and arms as variables, and its results.</summary>
internal sealed class Studies : IProjection
{
    /// <inheritdoc/>
    public IEnumerable<Draft> Of(Frame frame) => frame.Guideline.Studies.SelectMany(study => (IEnumerable<Draft>)
    [
        Of(frame, study),
        .. Groups.All(frame, study),
        Variables.Population(frame, study),
        .. study.Arms.Select(arm => Variables.Arm(frame, study, arm)),
        .. study.Outcomes.SelectMany(outcome => (Draft[])[Results.Of(frame, study, outcome), Variables.Outcome(frame, study, outcome)]),
    ]);

    private static Draft Of(Frame frame, Study study)
    {
        var head = new Head("ResearchStudy", frame.Names.Of(study), study.Title, $"{study.Population.Text.TrimEnd()}\n\nParticipants: {StudyWords.Participants(study)}", study.Origin)
        {
            Related = [.. Citing.References(frame, [study.Reference])],
            Narrative = Narrative(study),
        };
        var body = new Element
        {
            { "title", study.Title },
            { "condition", [Datatypes.Words(study.ObservedCondition.Text, study.ObservedCondition.Origin)] },
            { "relatedArtifact", head.Related.Select(frame.Forms.RelatedArtifact) },
            { "keyword", [Datatypes.Words(study.Label)] },
            { "description", head.Description },
            { "note", [.. study.Limitations.Concat(study.Notes).Select(note => Datatypes.Note(note.Text, note.Origin)), .. Remarks.On(frame, [study.Id])] },
        };
        body.Take(frame.Forms.Study(new StudyBody(frame, study)).Members);
        return Resource.Make(frame, head, body);
    }

    private static Xhtml Narrative(Study study) => new Xhtml().Heading(study.Title)
        .Labelled("Study", study.Label)
        .Labelled("Design", StudyWords.Describe(study.Design))
        .Labelled("Who was studied", study.Population.Text)
        .Labelled("Participants", StudyWords.Participants(study))
        .Table(["Arm", "What its participants got"], study.Arms.Select(IReadOnlyList<string?> (arm) => [arm.Name, StudyWords.Describe(arm)]))
        .Table(["Endpoint", "What"], study.Endpoints.Select(IReadOnlyList<string?> (endpoint) => [endpoint.Role.ToString(), StudyWords.Describe(endpoint)]))
        .Table(["Result", "Finding"], study.Outcomes.Select(IReadOnlyList<string?> (outcome) => [outcome.Title, outcome.Finding]))
        .Bullets(study.Limitations.Concat(study.Notes).Select(note => note.Text));
}
