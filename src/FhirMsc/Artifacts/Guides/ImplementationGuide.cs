using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;

namespace FhirMsc.Artifacts.Guides;

/// <summary>The guide that names the FHIR package of a guideline and lists what is in it: one package for each release of FHIR.</summary>
internal static class ImplementationGuide
{
    /// <summary>The guide.</summary>
    /// <param name="frame">The guideline and the release.</param>
    /// <param name="artifacts">Everything else.</param>
    public static Draft Of(Frame frame, IReadOnlyList<Draft> artifacts)
    {
        var title = $"{frame.Guideline.Title}: FHIR {frame.Forms.Release} package";
        var head = new Head("ImplementationGuide", frame.Names.Whole, title, frame.Guideline.Description, frame.Guideline.Origin)
        {
            Narrative = new Xhtml().Heading(title).Markdown(frame.Guideline.Description).Table(
                ["Kind", "How many"],
                artifacts.GroupBy(draft => draft.Type).OrderBy(type => type.Key, StringComparer.Ordinal).Select(IReadOnlyList<string?> (type) => [type.Key, StudyWords.Number(type.Count())])),
        };
        return Resource.Make(frame, head, new Element
        {
            { "packageId", frame.Names.Package(frame.Forms.Release) },
            { "fhirVersion", [frame.Forms.Release.Version] },
            {
                "definition",
                new Element
                {
                    { "resource", artifacts.OrderBy(draft => draft.Type, StringComparer.Ordinal).ThenBy(draft => draft.Id, StringComparer.Ordinal).Select(frame.Forms.GuideResource) },
                }
            },
        });
    }
}
