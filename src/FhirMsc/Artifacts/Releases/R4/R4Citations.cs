using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.References;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Releases.R4;

/// <summary>
/// Citations. R4 has no such resource; the standard form of an R5 Citation in R4 is a <c>Basic</c> with one extension for each R5 element (package
/// hl7.fhir.uv.xver-r5.r4, 0.1.0). The status changes the meaning and is therefore a modifier.
/// </summary>
internal static class R4Citations
{
    private const string Citation = ExtensionUrls.R5 + "Citation.";

    /// <summary>The page's own citation and those of its references.</summary>
    public static IEnumerable<Draft> All(Frame frame) => frame.Guideline.References.Select(reference => Of(frame, reference)).Prepend(OfPage(frame));

    private static Draft Of(Frame frame, Reference reference) => Make(
        frame,
        frame.Names.Of(reference),
        $"Reference {reference.Label}: {Words.ShortName(reference)}",
        reference.Printed,
        "as printed in the guideline",
        R4CitedArtifact.Of(reference),
        R4CitedArtifact.Contributors(reference),
        reference.Origin);

    private static Draft OfPage(Frame frame)
    {
        var source = frame.Guideline.Source;
        var title = source.Title?.Printed ?? frame.Guideline.Title;
        return Make(frame, frame.Names.Source, title, source.Citation, "own wording", R4CitedArtifact.Of(source, title), R4CitedArtifact.Contributors(source), source.Origin);
    }

    private static Draft Make(Frame frame, string id, string title, string text, string style, Element citedArtifact, IEnumerable<Element> contained, Origin origin)
    {
        var guideline = frame.Guideline;
        var url = frame.Names.Url("Citation", id);
        var head = new Head("Basic", id, title, null, origin)
        {
            Kind = ArtifactKind.Citation,
            Narrative = new Xhtml().Heading(title).Paragraph(text),
            Extensions =
            [
                Extension.Of(Citation + "url", "valueUri", url),
                Extension.Of(Citation + "version", "valueString", guideline.Version),
                Extension.Of(Citation + "name", "valueString", Names.ComputerName(id)),
                Extension.Of(Citation + "title", "valueString", title),
                Extension.Of(Citation + "experimental", "valueBoolean", guideline.Experimental),
                Extension.Of(Citation + "date", "valueDateTime", guideline.Date.Text),
                Extension.Of(Citation + "publisher", "valueString", guideline.Publisher.Name),
                Extension.Of(
                    Citation + "summary",
                    [Extension.Of("style", "valueCodeableConcept", Datatypes.Words(style)), Extension.Of("text", "valueMarkdown", text, origin)]),
                citedArtifact,
            ],
        };
        var draft = Resource.Make(frame, head, new Element
        {
            { "contained", contained },
            { "modifierExtension", [Extension.Of(Citation + "status", "valueCode", Words.Of(guideline.Status))] },
            { "identifier", [Datatypes.OfficialIdentifier(url)] },
            { "code", Datatypes.Concept("http://hl7.org/fhir/fhir-types", "Citation", "Citation") },
            { "created", guideline.Date },
        });
        return draft with { Url = url, Version = guideline.Version };
    }
}
