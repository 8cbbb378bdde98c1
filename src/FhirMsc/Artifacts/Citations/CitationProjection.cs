using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Releases;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.References;

namespace FhirMsc.Artifacts.Citations;

/// <summary>One bibliographic record for the page itself and one for each of its references.</summary>
internal sealed class CitationProjection : IProjection
{
    /// <inheritdoc/>
    public IEnumerable<Draft> Of(Frame frame) => frame.Guideline.References.Select(reference => Of(frame, reference)).Prepend(OfPage(frame));

    private static Draft Of(Frame frame, Reference reference) => Make(frame, new CitationBody(
        frame.Names.Of(reference),
        $"Reference {reference.Label}: {Words.ShortName(reference)}",
        reference.Printed,
        "as printed in the guideline",
        CitedArtifact.Of(frame.Forms.Citations, reference),
        [.. frame.Forms.Citations.Contained(reference.Authors, reference.CorporateAuthor)],
        reference.Origin));

    private static Draft OfPage(Frame frame)
    {
        var source = frame.Guideline.Source;
        var title = source.Title?.Printed ?? frame.Guideline.Title;
        return Make(frame, new CitationBody(
            frame.Names.Source,
            title,
            source.Citation,
            "own wording",
            CitedArtifact.Of(frame.Forms.Citations, source, title),
            [.. frame.Forms.Citations.Contained([source.Author], areOrganizations: true)],
            source.Origin));
    }

    private static Draft Make(Frame frame, CitationBody body)
    {
        var head = new Head(frame.Forms.CitationType, body.Id, body.Title, null, body.Origin)
        {
            Kind = ArtifactKind.Citation,
            Narrative = new Xhtml().Heading(body.Title).Paragraph(body.Text),
        };
        return Resource.Make(frame, head, frame.Forms.Citation(frame, body)) with { Url = frame.Names.Url("Citation", body.Id), Version = frame.Names.Version };
    }
}
