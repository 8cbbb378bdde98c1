using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Evidences;

/// <summary>A result of a study as <c>Evidence</c>.</summary>
internal static class Results
{
    private const string SynthesisTypes = "http://terminology.hl7.org/CodeSystem/synthesis-type";

    /// <summary>Named, because the code system of the same URL in R4's core lacks the code; that of HL7 Terminology has it.</summary>
    private const string SynthesisTypesVersion = "2.0.0";

    /// <summary>The result.</summary>
    public static Draft Of(Frame frame, Study study, Outcome outcome)
    {
        var title = $"{study.Label}: {outcome.Title}";
        var arms = EvidenceRoles.Arms(study, outcome);
        var head = new Head("Evidence", frame.Names.Of(outcome), title, outcome.Finding.Trim(), outcome.Origin)
        {
            Kind = Releases.ArtifactKind.Evidence,
            Related = [Citing.Page(frame), .. Citing.References(frame, outcome.Cites.Append(study.Reference))],
            Narrative = new Xhtml().Heading(title).Markdown(outcome.Finding)
                .Table(["Arm", "What", "Figure", "Precision", "Remark"], StudyWords.Figures(study, outcome))
                .Labelled("Design", StudyWords.Describe(study.Design))
                .Bullets(outcome.Notes.Concat(study.Limitations.Select(limitation => limitation.Text))),
        };
        var said = new Element
        {
            { "assertion", outcome.Finding.Trim(), outcome.Origin },
            {
                "variableDefinition",
                [
                    VariableDefinition("population", "population", $"Group/{frame.Names.Of(study)}", study.IntendedCondition is null ? null : $"Group/{frame.Names.Intended(study)}"),
                    .. arms.Select(arm => VariableDefinition(arm.Role, arm.Display, $"EvidenceVariable/{frame.Names.Of(study, arm.Arm)}")),
                    VariableDefinition("measuredVariable", "measured variable", $"EvidenceVariable/{frame.Names.Of(outcome)}"),
                ]
            },
            { "synthesisType", Datatypes.Concept([Datatypes.Coding(SynthesisTypes, "NotApplicable", "not applicable", SynthesisTypesVersion)]) },
            { "statistic", [.. Figures.Of(study, outcome), .. DerivedFigures.Of(study, outcome)] },
            { "certainty", study.Limitations.Select(limitation => new Element(limitation.Origin) { { "description", limitation.Text } }) },
        };
        return Resource.Make(frame, head, frame.Forms.Evidence(new EvidenceBody(
            said,
            Datatypes.Reference($"EvidenceVariable/{frame.Names.Population(study)}"),
            Datatypes.Reference($"EvidenceVariable/{frame.Names.Of(outcome)}", outcome.Title))
        {
            Exposures = [.. arms.Select(arm => Datatypes.Reference($"EvidenceVariable/{frame.Names.Of(study, arm.Arm)}", arm.Arm.Name))],
            Design = study.Design,
            Notes = [.. outcome.Notes.Select(note => Datatypes.Note(note, outcome.Origin)), .. Remarks.On(frame, [outcome.Id])],
        }));
    }

    /// <summary><c>Evidence.variableDefinition</c>: who or what plays which role.</summary>
    public static Element VariableDefinition(string role, string display, string observed, string? intended = null) => new()
    {
        { "variableRole", Datatypes.Concept("http://terminology.hl7.org/CodeSystem/variable-role", role, display) },
        { "observed", Datatypes.Reference(observed) },
        { "intended", intended is null ? null : Datatypes.Reference(intended) },
    };
}
