using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Releases.R4;

/// <summary>
/// A result as R4's own population, exposures and outcome, and what R4 has no element for (statistics, roles, certainty) as R5 elements in extensions.
/// </summary>
internal static class R4Evidence
{
    private const string Evidence = ExtensionUrls.R5 + "Evidence.";
    private const string StudyDesigns = "http://hl7.org/fhir/study-design";

    /// <summary>The result, and the variable it measures.</summary>
    public static IEnumerable<Draft> Of(Frame frame, Study study, Outcome outcome) => [Result(frame, study, outcome), R4Variables.Outcome(frame, study, outcome)];

    private static Draft Result(Frame frame, Study study, Outcome outcome)
    {
        var title = $"{study.Label}: {outcome.Title}";
        var arms = EvidenceRoles.Arms(study, outcome);
        var head = new Head("Evidence", frame.Names.Of(outcome), title, outcome.Finding.Trim(), outcome.Origin)
        {
            Kind = ArtifactKind.Evidence,
            Related = [Citing.Page(frame), .. Citing.References(frame, outcome.Cites.Append(study.Reference))],
            Extensions =
            [
                Extension.Of(Evidence + "assertion", "valueMarkdown", outcome.Finding.Trim(), outcome.Origin),
                Variable("population", "population", $"Group/{frame.Names.Of(study)}", study.IntendedCondition is null ? null : $"Group/{frame.Names.Intended(study)}"),
                .. arms.Select(arm => Variable(arm.Role, arm.Display, $"EvidenceVariable/{frame.Names.Of(study, arm.Arm)}", null)),
                Variable("measuredVariable", "measured variable", $"EvidenceVariable/{frame.Names.Of(outcome)}", null),
                Extension.Of(Evidence + "synthesisType", "valueCodeableConcept", Datatypes.Concept("http://terminology.hl7.org/CodeSystem/synthesis-type", "NotApplicable", "not applicable")),
                Extension.Of(Evidence + "studyDesign", "valueCodeableConcept", Design(study.Design)),
                .. R4Statistics.Of(Evidence + "statistic", study, outcome),
                .. study.Limitations.Select(limitation => Extension.Of(
                    Evidence + "certainty",
                    [Extension.Of("description", "valueMarkdown", limitation.Text, limitation.Origin)])),
            ],
            Narrative = new Xhtml().Heading(title).Markdown(outcome.Finding)
                .Table(["Arm", "What", "Figure", "Precision", "Remark"], StudyWords.Figures(study, outcome))
                .Labelled("Design", StudyWords.Describe(study.Design))
                .Bullets(outcome.Notes.Concat(study.Limitations.Select(limitation => limitation.Text))),
        };
        return Resource.Make(frame, head, new Element
        {
            { "note", [.. outcome.Notes.Select(note => Datatypes.Note(note, outcome.Origin)), .. Remarks.On(frame, [outcome.Id])] },
            { "exposureBackground", Datatypes.Reference($"EvidenceVariable/{frame.Names.Population(study)}") },
            { "exposureVariant", arms.Select(arm => Datatypes.Reference($"EvidenceVariable/{frame.Names.Of(study, arm.Arm)}", arm.Arm.Name)) },
            { "outcome", [Datatypes.Reference($"EvidenceVariable/{frame.Names.Of(outcome)}", outcome.Title)] },
        });
    }

    private static Element? Variable(string role, string display, string observed, string? intended) => Extension.Of(
        Evidence + "variableDefinition",
        [
            Extension.Of("variableRole", "valueCodeableConcept", Datatypes.Concept("http://terminology.hl7.org/CodeSystem/variable-role", role, display)),
            Extension.Of("observed", "valueReference", Datatypes.Reference(observed)),
            intended is null ? null : Extension.Of("intended", "valueReference", Datatypes.Reference(intended)),
        ]);

    /// <summary>SEVCO says assignment; other designs stay in words.</summary>
    private static Element Design(StudyDesign design) => Datatypes.Concept(
        [
            design.Allocation switch
            {
                Allocation.Randomized => Datatypes.Coding(StudyDesigns, "SEVCO:01003", "randomized assignment"),
                Allocation.NonRandomized or Allocation.IntendedRandomized => Datatypes.Coding(StudyDesigns, "SEVCO:01005", "Non-randomized assignment"),
                _ => null,
            },
        ],
        StudyWords.Describe(design),
        design.Origin);
}
