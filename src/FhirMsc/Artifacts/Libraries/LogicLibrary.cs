using System.Text;
using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Plans;
using FhirMsc.Artifacts.Releases;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Logic;

namespace FhirMsc.Artifacts.Libraries;

/// <summary>
/// The whole decision logic as a library: inputs as parameters and data requirements, each criterion as one attachment in FHIRPath whose title is the name
/// of its variable.
/// </summary>
internal sealed class LogicLibrary : IProjection
{
    /// <inheritdoc/>
    public IEnumerable<Draft> Of(Frame frame)
    {
        var logic = PlanLogic.Whole(frame);
        var title = $"Logic of {frame.Guideline.Title}";
        const string description = "The questions that decision support asks of the data, in FHIRPath. Inputs and other questions are variables: %name.";
        var head = new Head("Library", frame.Names.Logic, title, description, frame.Guideline.Logic.Origin)
        {
            Kind = ArtifactKind.LogicLibrary,
            Related = [Citing.Page(frame), .. logic.ValueSets.Select(id => new Related("depends-on") { Canonical = frame.ValueSet(id) })],
            Narrative = new Xhtml().Heading(title).Paragraph(description)
                .Table(["Input", "What it is", "Types", "If it is missing"], logic.Inputs.Select(IReadOnlyList<string?> (input) => [input.Id, input.Description, string.Join(", ", input.Types), input.Unavailable]))
                .Table(["Question", "Meaning", "If it can't be told"], logic.Criteria.Select(IReadOnlyList<string?> (criterion) => [criterion.Id, criterion.Meaning, criterion.CannotTell])),
        };
        yield return Resource.Make(frame, head, new Element
        {
            { "type", Datatypes.Concept("http://terminology.hl7.org/CodeSystem/library-type", "logic-library", "Logic Library") },
            { "parameter", [.. frame.Guideline.Logic.Inputs.Select(Input), .. logic.Criteria.Select(Output)] },
            { "dataRequirement", logic.DataRequirements() },
            {
                "content",
                logic.Criteria.Select(criterion => new Element(criterion.Origin)
                {
                    { "contentType", "text/fhirpath" },
                    { "data", Convert.ToBase64String(Encoding.UTF8.GetBytes(logic.Expression(criterion))) },
                    { "title", criterion.Id },
                })
            },
        });
    }

    private static Element Input(DataInput input) => new(input.Origin)
    {
        { "name", input.Id },
        { "use", "in" },
        { "min", input.Required ? 1 : 0 },
        { "max", "*" },
        { "documentation", input.Description },
        { "type", input.Types.Count == 1 ? input.Types[0] : "Resource" },
    };

    private static Element Output(Criterion criterion) => new(criterion.Origin)
    {
        { "name", criterion.Id },
        { "use", "out" },
        { "min", 0 },
        { "max", criterion.Gives == CriterionResult.Boolean ? "1" : "*" },
        { "documentation", criterion.Meaning },
        { "type", criterion.Gives == CriterionResult.Boolean ? "boolean" : "Resource" },
    };
}
