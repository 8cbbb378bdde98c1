using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.References;
using FhirMsc.Content.Source;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Citations;

/// <summary>What is cited, as <c>Citation.citedArtifact</c>.</summary>
internal static class CitedArtifact
{
    /// <summary>A reference of the page.</summary>
    public static Element Of(ICitationForms forms, Reference reference) => new(reference.Origin)
    {
        {
            "identifier",
            [
                Datatypes.Identifier("https://pubmed.ncbi.nlm.nih.gov", reference.Pmid),
                Datatypes.Identifier("https://www.ncbi.nlm.nih.gov/pmc/", reference.Pmcid),
                Datatypes.Identifier("https://doi.org", reference.Doi),
            ]
        },
        { "dateAccessed", reference.Accessed },
        { "currentState", [reference.AheadOfPrint ? forms.Concept("cited-artifact-status-type", "published-early-form", "Published early form") : null] },
        { "title", [Title(forms, reference.Title)] },
        {
            "publicationForm",
            [
                forms.PublicationForm(reference, new Element
                {
                    { "type", reference.Kind == ReferenceKind.JournalArticle && reference.Container is not null ? forms.Concept("published-in-type", "D020492", "Periodical") : null },
                    { "title", reference.Container },
                }),
            ]
        },
        { "webLocation", [reference.Url is { } url ? forms.WebLocation(url, reference.Pmid is { } pmid && url.Contains(pmid, StringComparison.Ordinal)) : null] },
        { "classification", [Classification(forms, reference.Kind)] },
        { "contributorship", Contributorship(forms, reference.Authors, reference.CorporateAuthor, !reference.MoreAuthors) },
    };

    /// <summary>The guideline page itself.</summary>
    public static Element Of(ICitationForms forms, GuidelineSource source, string title) => new(source.Origin)
    {
        { "currentState", [source.Archived is null ? null : Archived(forms)] },
        {
            "statusDate",
            [source.Archived?.Since is { } since ? new Element { { "activity", Archived(forms) }, { "period", new Element { { "start", since } } } } : null]
        },
        { "title", [Title(forms, title, source.Title?.Origin)] },
        { "publicationForm", [new Element(source.LastUpdated?.Origin) { { "lastRevisionDate", source.LastUpdated?.Date } }] },
        { "webLocation", [source.Url is { } url ? forms.WebLocation(url, isAbstract: false) : null] },
        { "classification", [Classification(forms, ReferenceKind.Webpage)] },
        { "contributorship", Contributorship(forms, [source.Author], areOrganizations: true, isComplete: null) },
        {
            "note",
            [
                Datatypes.Note(source.Archived?.Meaning, source.Archived?.Origin),
                Datatypes.Note(source.UrlNote),
                source.Organization is null ? null : Datatypes.Note($"Published by {source.Organization}."),
            ]
        },
    };

    private static Element Archived(ICitationForms forms) => forms.Concept("cited-artifact-status-type", "archived", "Archived");

    private static Element? Title(ICitationForms forms, string? title, Origin? origin = null) =>
        title is null ? null : new Element(origin) { { "type", [forms.Concept("title-type", "primary", "Primary title")] }, { "text", title } };

    private static Element? Contributorship(ICitationForms forms, IReadOnlyList<string> names, bool areOrganizations, bool? isComplete) => names.Count == 0 ? null : new Element
    {
        { "complete", isComplete },
        { "entry", names.Select((name, i) => forms.Entry(name, i + 1, areOrganizations)) },
        {
            "summary",
            [
                new Element
                {
                    { "type", forms.Concept("contributor-summary-type", "author-string", "Author string") },
                    { "value", string.Join(", ", names) + (isComplete == false ? ", et al." : string.Empty) },
                },
            ]
        },
    };

    private static Element? Classification(ICitationForms forms, ReferenceKind kind)
    {
        var classifier = kind switch
        {
            ReferenceKind.JournalArticle => forms.Concept("citation-artifact-classifier", "D016428", "Journal Article"),
            ReferenceKind.Preprint => forms.Concept("citation-artifact-classifier", "D000076942", "Preprint"),
            ReferenceKind.Webpage => forms.Concept("citation-artifact-classifier", "webpage", "Webpage"),
            _ => null,
        };
        return classifier is null ? null : new Element
        {
            { "type", forms.Concept("cited-artifact-classification-type", "knowledge-artifact-type", "Knowledge Artifact Type") },
            { "classifier", [classifier] },
        };
    }
}
