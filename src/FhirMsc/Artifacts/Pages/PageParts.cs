using FhirMsc.Artifacts.Metadata;
using FhirMsc.Artifacts.Naming;
using FhirMsc.Content.Findings;
using FhirMsc.Content.Recommendations;
using FhirMsc.Content.Studies;

namespace FhirMsc.Artifacts.Pages;

/// <summary>Everything that the content says the page says.</summary>
internal static class PageParts
{
    /// <summary>All parts, in the order of the content.</summary>
    public static IEnumerable<PagePart> All(Frame frame)
    {
        var guideline = frame.Guideline;
        return
        [
            .. Front(frame),
            .. guideline.Recommendations.SelectMany(recommendation => Of(frame, recommendation)),
            .. guideline.Background.Select(Of),
            .. guideline.Studies.SelectMany(study => Of(frame, study)),
            .. guideline.AdverseEffects.SelectMany(effects => Of(frame, effects)),
            .. guideline.Considerations.Select(Of),
            .. guideline.References.Select(reference => new PagePart(
                reference.Origin,
                html => html.Labelled(reference.Label, reference.Printed),
                $"{frame.Forms.CitationType}/{frame.Names.Of(reference)}")),
        ];
    }

    private static IEnumerable<PagePart> Front(Frame frame)
    {
        var source = frame.Guideline.Source;
        var citation = $"{frame.Forms.CitationType}/{frame.Names.Source}";
        yield return new PagePart(source.Origin, html => html.Labelled("Source", source.Citation).Labelled("Author", source.Author).Labelled("Published by", source.Organization), citation);
        if (source.Title is { } title)
        {
            yield return new PagePart(title.Origin, html => html.Labelled("Title", title.Printed), citation);
        }

        if (source.LastUpdated is { } updated)
        {
            yield return new PagePart(updated.Origin, html => html.Labelled("Last updated", updated.Printed), citation);
        }

        if (source.Archived is { } archived)
        {
            yield return new PagePart(archived.Origin, html => html.Labelled("Archived", archived.Meaning), citation);
        }
    }

    private static IEnumerable<PagePart> Of(Frame frame, Recommendation recommendation) =>
    [
        new PagePart(
            recommendation.Origin,
            html => html.Quotation(recommendation.Quotation)
                .Labelled("Rating", recommendation.Rating is { } rating ? Words.Of(rating, frame.Scheme(rating)) : "not rated")
                .Labelled("Except", string.Join("; ", recommendation.Exceptions.Select(exception => exception.Text))),
            $"PlanDefinition/{frame.Names.Of(recommendation)}"),
    ];

    private static PagePart Of(BackgroundFact fact) => new(
        fact.Origin,
        html => html.Markdown(Cited(fact.Text, fact.Cites) + (fact.AsOf is { } date ? $" (As of {date}.)" : string.Empty)));

    private static PagePart Of(Consideration consideration) => new(
        consideration.Origin,
        html => html.Labelled($"{Words.Capitalised(consideration.Population)}, {consideration.About}", Cited(consideration.Text, consideration.Cites)));

    private static IEnumerable<PagePart> Of(Frame frame, AdverseEffects effects)
    {
        var evidence = $"Evidence/{frame.Names.Of(effects)}";
        yield return new PagePart(effects.Origin, html => html.Labelled("Harms of", Cited(effects.Intervention, effects.Cites)), evidence);
        if (effects.Frequency is { } frequency)
        {
            yield return new PagePart(frequency.Origin, html => html.Markdown(frequency.Text), evidence);
        }

        foreach (var risk in effects.Risks)
        {
            yield return new PagePart(risk.Origin, html => html.Bullets([risk.Text]), evidence);
        }
    }

    private static IEnumerable<PagePart> Of(Frame frame, Study study) =>
    [
        new PagePart(
            study.Origin,
            html => html.Heading(study.Title, 3).Labelled("Study", $"{study.Label} [{study.Reference}]").Labelled("Country", study.Country)
                .Labelled("Participants", StudyWords.Participants(study)),
            $"ResearchStudy/{frame.Names.Of(study)}"),
        new PagePart(study.Design.Origin, html => html.Labelled("Design", StudyWords.Describe(study.Design))),
        new PagePart(study.Population.Origin, html => html.Labelled("Who was studied", study.Population.Text)),
        .. study.Arms.Select(arm => new PagePart(arm.Origin, html => html.Labelled(arm.Name, StudyWords.Describe(arm)))),
        .. study.Endpoints.Select(endpoint => new PagePart(endpoint.Origin, html => html.Labelled($"{endpoint.Role} endpoint", StudyWords.Describe(endpoint)))),
        .. study.Outcomes.Select(outcome => new PagePart(
            outcome.Origin,
            html => html.Labelled(outcome.Title, outcome.Finding).Table(["Arm", "What", "Figure", "Precision", "Remark"], StudyWords.Figures(study, outcome)),
            $"Evidence/{frame.Names.Of(outcome)}")),
        .. study.Limitations.Select(limitation => new PagePart(limitation.Origin, html => html.Labelled("Limitation", limitation.Text))),
        .. study.Notes.Select(note => new PagePart(note.Origin, html => html.Markdown(note.Text))),
    ];

    private static string Cited(string text, IReadOnlyList<string> labels) => labels.Count == 0 ? text : $"{text.TrimEnd()} [{string.Join(", ", labels)}]";
}
