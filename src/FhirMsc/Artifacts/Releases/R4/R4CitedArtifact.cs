using System.Globalization;
using FhirMsc.Artifacts.Writing;
using FhirMsc.Content.References;
using FhirMsc.Content.Source;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Releases.R4;

/// <summary>What is cited: R5's <c>Citation.citedArtifact</c> as an extension; inner elements are extensions with their plain names as URLs.</summary>
internal static class R4CitedArtifact
{
    private const string Url = ExtensionUrls.R5 + "Citation.citedArtifact";
    private const string Codes = "http://hl7.org/fhir/";

    /// <summary>A reference of the page.</summary>
    public static Element Of(Reference reference) => Extension.Of(
        Url,
        [
            Extension.Of("identifier", "valueIdentifier", Datatypes.Identifier("https://pubmed.ncbi.nlm.nih.gov", reference.Pmid)),
            Extension.Of("identifier", "valueIdentifier", Datatypes.Identifier("https://www.ncbi.nlm.nih.gov/pmc/", reference.Pmcid)),
            Extension.Of("identifier", "valueIdentifier", Datatypes.Identifier("https://doi.org", reference.Doi)),
            Extension.Of("dateAccessed", "valueDateTime", reference.Accessed?.Text),
            reference.AheadOfPrint ? Coded("currentState", "cited-artifact-status-type", "published-early-form", "Published early form") : null,
            Title(reference.Title),
            Extension.Of(
                "publicationForm",
                [
                    Extension.Of(
                        "publishedIn",
                        [
                            reference.Kind == ReferenceKind.JournalArticle && reference.Container is not null ? Coded("type", "published-in-type", "D020492", "Periodical") : null,
                            Extension.Of("title", "valueString", reference.Container),
                        ]),
                    Extension.Of("volume", "valueString", reference.Volume),
                    Extension.Of("issue", "valueString", reference.Issue),
                    Extension.Of("articleDate", "valueDateTime", reference.Year?.ToString(CultureInfo.InvariantCulture)),
                    Extension.Of("pageString", "valueString", reference.Pages),
                ]),
            WebLocation(reference.Url, reference.Pmid is not null && reference.Url?.Contains(reference.Pmid, StringComparison.Ordinal) == true),
            Classification(reference.Kind),
            Contributorship(reference),
        ],
        reference.Origin)!;

    /// <summary>The guideline page itself.</summary>
    public static Element Of(GuidelineSource source, string title) => Extension.Of(
        Url,
        [
            source.Archived is null ? null : Coded("currentState", "cited-artifact-status-type", "archived", "Archived"),
            source.Archived?.Since is not { } since ? null : Extension.Of(
                "statusDate",
                [
                    Coded("activity", "cited-artifact-status-type", "archived", "Archived"),
                    Extension.Of("period", "valuePeriod", new Element { { "start", since } }),
                ]),
            Title(title, source.Title?.Origin),
            Extension.Of("publicationForm", [Extension.Of("lastRevisionDate", "valueDateTime", source.LastUpdated?.Date.Text, source.LastUpdated?.Origin)]),
            WebLocation(source.Url, isAbstract: false),
            Classification(ReferenceKind.Webpage),
            Extension.Of(
                "contributorship",
                [
                    Entry(0),
                    Summary(source.Author),
                ]),
            Extension.Of("note", "valueAnnotation", Datatypes.Note(source.Archived?.Meaning, source.Archived?.Origin)),
            Extension.Of("note", "valueAnnotation", Datatypes.Note(source.UrlNote)),
            Extension.Of("note", "valueAnnotation", source.Organization is null ? null : Datatypes.Note($"Published by {source.Organization}.")),
        ],
        source.Origin)!;

    /// <summary>Authors as contained resources: an organisation, or persons by their printed names.</summary>
    public static IEnumerable<Element> Contributors(Reference reference) => reference.Authors.Select((author, i) => Contributor(author, i, reference.CorporateAuthor));

    /// <summary>The author of the page.</summary>
    public static IEnumerable<Element> Contributors(GuidelineSource source) => [Contributor(source.Author, 0, isOrganization: true)];

    private static Element Contributor(string name, int index, bool isOrganization) => isOrganization
        ? new Element { { "resourceType", "Organization" }, { "id", ContributorId(index) }, { "name", name } }
        : new Element { { "resourceType", "Practitioner" }, { "id", ContributorId(index) }, { "name", [new Element { { "text", name } }] } };

    private static string ContributorId(int index) => string.Create(CultureInfo.InvariantCulture, $"contributor-{index + 1}");

    private static Element? Contributorship(Reference reference) => reference.Authors.Count == 0 ? null : Extension.Of(
        "contributorship",
        [
            Extension.Of("complete", "valueBoolean", !reference.MoreAuthors),
            .. reference.Authors.Select((_, i) => Entry(i)),
            Summary(string.Join(", ", reference.Authors) + (reference.MoreAuthors ? ", et al." : string.Empty)),
        ]);

    private static Element? Entry(int index) => Extension.Of(
        "entry",
        [
            Extension.Of("contributor", "valueReference", Datatypes.Reference($"#{ContributorId(index)}")),
            Extension.Of("rankingOrder", "valuePositiveInt", index + 1),
        ]);

    private static Element? Summary(string authors) => Extension.Of(
        "summary",
        [Coded("type", "contributor-summary-type", "author-string", "Author string"), Extension.Of("value", "valueMarkdown", authors)]);

    private static Element? Title(string? title, Origin? origin = null) => title is null ? null : Extension.Of(
        "title",
        [Coded("type", "title-type", "primary", "Primary title"), Extension.Of("text", "valueMarkdown", title)],
        origin);

    private static Element? WebLocation(string? url, bool isAbstract) => url is null ? null : Extension.Of(
        "webLocation",
        [
            isAbstract ? Coded("classifier", "artifact-url-classifier", "abstract", "Abstract") : Coded("classifier", "artifact-url-classifier", "webpage", "Webpage"),
            Extension.Of("url", "valueUri", url),
        ]);

    private static Element? Classification(ReferenceKind kind)
    {
        var classifier = kind switch
        {
            ReferenceKind.JournalArticle => Coded("classifier", "citation-artifact-classifier", "D016428", "Journal Article"),
            ReferenceKind.Preprint => Coded("classifier", "citation-artifact-classifier", "D000076942", "Preprint"),
            ReferenceKind.Webpage => Coded("classifier", "citation-artifact-classifier", "webpage", "Webpage"),
            _ => null,
        };
        return classifier is null ? null : Extension.Of(
            "classification",
            [Coded("type", "cited-artifact-classification-type", "knowledge-artifact-type", "Knowledge Artifact Type"), classifier]);
    }

    private static Element? Coded(string url, string system, string code, string display) =>
        Extension.Of(url, "valueCodeableConcept", Datatypes.Concept(Codes + system, code, display));
}
