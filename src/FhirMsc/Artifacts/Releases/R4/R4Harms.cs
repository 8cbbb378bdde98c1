using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Findings;

namespace FhirMsc.Artifacts.Releases.R4;

/// <summary>What the page says of harms, as evidence without statistics.</summary>
internal static class R4Harms
{
    /// <summary>The evidence, its population and the harms as a variable.</summary>
    public static IEnumerable<Draft> Of(Frame frame, AdverseEffects effects) =>
        [Evidence(frame, effects), R4Variables.Population(frame, effects), R4Variables.Harms(frame, effects)];

    private static Draft Evidence(Frame frame, AdverseEffects effects)
    {
        var title = $"Harms of {effects.Intervention}";
        var risks = $"Possible harms: {string.Join("; ", effects.Risks.Select(risk => risk.Text))}.";
        var head = new Head("Evidence", frame.Names.Of(effects), title, risks, effects.Origin)
        {
            Kind = ArtifactKind.Evidence,
            Related = [Citing.Page(frame), .. Citing.References(frame, effects.Cites)],
            Extensions =
            [
                Extension.Of(ExtensionUrls.R5 + "Evidence.assertion", "valueMarkdown", effects.Frequency?.Text.Trim() ?? risks, effects.Frequency?.Origin ?? effects.Origin),
            ],
            Narrative = new Xhtml().Heading(title).Markdown(effects.Frequency?.Text).Bullets(effects.Risks.Select(risk => risk.Text)),
        };
        return Resource.Make(frame, head, new Element
        {
            { "note", Remarks.On(frame, [effects.Id, .. effects.Risks.Select(risk => risk.Id)]) },
            { "exposureBackground", Datatypes.Reference($"EvidenceVariable/{frame.Names.Population(effects)}") },
            { "outcome", [Datatypes.Reference($"EvidenceVariable/{frame.Names.Of(effects)}", title)] },
        });
    }
}
