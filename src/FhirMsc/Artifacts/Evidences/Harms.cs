using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Findings;

namespace FhirMsc.Artifacts.Evidences;

/// <summary>What the page says of harms, as evidence without statistics.</summary>
internal sealed class Harms : IProjection
{
    /// <inheritdoc/>
    public IEnumerable<Draft> Of(Frame frame) => frame.Guideline.AdverseEffects.SelectMany(effects => (Draft[])
        [Evidence(frame, effects), Variables.Population(frame, effects), Variables.Harms(frame, effects)]);

    private static Draft Evidence(Frame frame, AdverseEffects effects)
    {
        var title = $"Harms of {effects.Intervention}";
        var risks = $"Possible harms: {string.Join("; ", effects.Risks.Select(risk => risk.Text))}.";
        var (population, harms) = ($"EvidenceVariable/{frame.Names.Population(effects)}", $"EvidenceVariable/{frame.Names.Of(effects)}");
        var head = new Head("Evidence", frame.Names.Of(effects), title, risks, effects.Origin)
        {
            Kind = Releases.ArtifactKind.Evidence,
            Related = [Citing.Page(frame), .. Citing.References(frame, effects.Cites)],
            Narrative = new Xhtml().Heading(title).Markdown(effects.Frequency?.Text).Bullets(effects.Risks.Select(risk => risk.Text)),
        };
        var said = new Element
        {
            { "assertion", effects.Frequency?.Text.Trim() ?? risks, effects.Frequency?.Origin ?? effects.Origin },
            {
                "variableDefinition",
                [Results.VariableDefinition("population", "population", population), Results.VariableDefinition("measuredVariable", "measured variable", harms)]
            },
        };
        return Resource.Make(frame, head, frame.Forms.Evidence(new EvidenceBody(said, Datatypes.Reference(population), Datatypes.Reference(harms, title))
        {
            Notes = [.. Remarks.On(frame, [effects.Id, .. effects.Risks.Select(risk => risk.Id)])],
        }));
    }
}
