using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.Source;

namespace FhirMsc.Artifacts.Pages;

/// <summary>
/// The page as a document: its sections in its order, in each what the content took from it, with references to the resources that say the same in
/// structured form. What is ours and not the page's (defects found, rating schemes) follows in sections of its own.
/// </summary>
internal sealed class PageComposition : IProjection
{
    /// <inheritdoc/>
    public IEnumerable<Draft> Of(Frame frame)
    {
        var guideline = frame.Guideline;
        var title = guideline.Source.Title?.Printed ?? guideline.Title;
        var parts = PageParts.All(frame).ToList();
        var head = new Head("Composition", frame.Names.Whole, title, null, guideline.Source.Origin)
        {
            Narrative = new Xhtml().Heading(title).Markdown(guideline.Description),
        };
        yield return Resource.Make(frame, head, new Element
        {
            {
                "contained",
                [new Element(guideline.Source.Origin) { { "resourceType", "Organization" }, { "id", "author" }, { "name", guideline.Source.Author } }]
            },
            { "status", "final" },
            { "type", Datatypes.Words("Clinical practice guideline") },
            { "date", guideline.Date },
            { "author", [Datatypes.Reference("#author", guideline.Source.Author)] },
            { "title", title },
            { "section", [.. Below(guideline.Sections, null, parts), Unplaced(guideline.Sections, parts), Schemes(frame), Defects(frame)] },
        });
    }

    private static IEnumerable<Element> Below(IReadOnlyList<Section> sections, string? parent, IReadOnlyList<PagePart> parts) =>
        sections.Where(section => section.Parent == parent).Select(section =>
        {
            var here = parts.Where(part => part.Origin.Place?.Section == section.Id).OrderBy(part => part.Origin.Place!.First ?? 0).Select(Show).ToList();
            var below = Below(sections, section.Id, parts).ToList();
            var isEmpty = here.Count == 0 && below.Count == 0;
            return new Element(section.Origin)
            {
                { "id", section.Id },
                { "title", section.Title },
                { "text", isEmpty ? new Xhtml().Paragraph("Nothing of this section was taken over.").ToNarrative() : null },
                { "section", [.. here, .. below] },
            };
        });

    private static Element? Unplaced(IReadOnlyList<Section> sections, IReadOnlyList<PagePart> parts)
    {
        var rest = parts.Where(part => sections.All(section => section.Id != part.Origin.Place?.Section)).ToList();
        return rest.Count == 0 ? null : new Element
        {
            { "title", "Without a place in the page" },
            { "section", rest.Select(Show) },
        };
    }

    /// <summary>One fact: a section without a title, so that each can be traced by itself.</summary>
    private static Element Show(PagePart part)
    {
        var html = new Xhtml();
        part.Show(html);
        return new Element(part.Origin)
        {
            { "text", html.ToNarrative() },
            { "entry", [part.Entry is null ? null : Datatypes.Reference(part.Entry)] },
        };
    }

    private static Element? Schemes(Frame frame)
    {
        var text = new Xhtml();
        foreach (var scheme in frame.Guideline.RatingSchemes)
        {
            text.Heading(scheme.Title, 3).Labelled("Version", scheme.Version).Markdown(scheme.Source)
                .Labelled("Legend on the page", scheme.DefinedInPage ? "yes" : "no")
                .Table(["Axis", "Code", "Name", "Meaning"], OwnCodes.Axes(scheme).SelectMany(axis =>
                    axis.Levels.Select(IReadOnlyList<string?> (level) => [axis.Title, level.Code, level.Display, level.Definition])));
        }

        return text.IsEmpty ? null : new Element { { "title", "How recommendations are rated" }, { "text", text.ToNarrative() } };
    }

    private static Element? Defects(Frame frame)
    {
        var defects = frame.Guideline.Defects;
        return defects.Count == 0 ? null : new Element
        {
            { "title", "What does not add up on the page" },
            {
                "section",
                defects.Select(defect => new Element(defect.Origin)
                {
                    { "id", defect.Id },
                    { "title", defect.Title },
                    { "text", new Xhtml().Markdown(defect.Text).Labelled("What is done about it", defect.Handling).Labelled("Concerns", string.Join(", ", defect.Concerns)).ToNarrative() },
                })
            },
        };
    }
}
