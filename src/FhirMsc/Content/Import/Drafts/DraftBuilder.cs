using FhirMsc.Content.Import.Findings;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;
using FhirMsc.Content.Source;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>
/// Makes a draft of what was found. Only what the page says goes in: texts that the content wants in our own words, codes and logic are left
/// to the reviewer, and so is every value that no rule could tell.
/// </summary>
internal sealed class DraftBuilder
{
    private readonly PageFindings _findings;
    private readonly Places _places;
    private readonly List<DraftNode> _values = [];
    private readonly int[] _lines;

    private DraftBuilder(PageFindings findings)
    {
        _findings = findings;
        _places = new Places(findings.Outline, findings.Page, RuleBook.Default);
        _lines = [.. findings.Page.Text.Select((c, i) => (c, i)).Where(pair => pair.c == '\n').Select(pair => pair.i)];
    }

    /// <summary>Makes a draft.</summary>
    public static Draft Build(PageFindings findings) => new DraftBuilder(findings).Build();

    /// <summary>Remembers where a value came from.</summary>
    public void From(string path, Span span, string rule, int confidence) =>
        _values.Add(new DraftMap().Set("path", path).Set("span", SpanOf(span)).Set("line", Line(span)).Set("rule", rule).Set("confidence", confidence));

    /// <summary>Remembers where a value came from, and gives it.</summary>
    public T From<T>(string path, Sourced<T> value)
    {
        From(path, value.Span, value.Rule, value.Confidence);
        return value.Value;
    }

    /// <summary>Place of a stretch of the page.</summary>
    public string Place(Span span) => _places.At(span);

    /// <summary>Place of a character of a block.</summary>
    public string Place(Block block, int character) => _places.At(block, character);

    /// <summary>A span as a list of two numbers.</summary>
    public static DraftList SpanOf(Span span) => new([new DraftText(span.Start.ToString(System.Globalization.CultureInfo.InvariantCulture), bare: true), new DraftText(span.End.ToString(System.Globalization.CultureInfo.InvariantCulture), bare: true)]);

    private int Line(Span span) => Array.BinarySearch(_lines, span.Start) is var at && at >= 0 ? at + 1 : ~at + 1;

    private Draft Build()
    {
        var header = _findings.Header;
        var root = new DraftMap()
            .Set("schema", Reading.Chapters.GuidelineChapter.Schema)
            .Set("id", Identifier.Of(Path.GetFileNameWithoutExtension(_findings.Page.Name), 50))
            .Set("version", "0.1.0")
            .Set("status", "draft")
            .Set("title", header.Title?.Value)
            .Set("language", "en")
            .Set("source", Source(header));
        root.Set("sections", new DraftList(_findings.Outline.Sections.Select(Section)))
            .Set("ratingSchemes", new DraftList(RecommendationDrafts.Schemes(_findings)))
            .Set("recommendations", new DraftList(RecommendationDrafts.Of(_findings, this)))
            .Set("studies", new DraftList(StudyDrafts.Of(_findings, this)))
            .Set("references", new DraftList(ReferenceDrafts.Of(_findings, this)));
        root.Set(Draft.Key, ImportRecord());
        return new Draft(root);
    }

    private DraftMap Source(PageHeader header)
    {
        var source = new DraftMap().Set("place", "front");
        if (header.Title is { } title)
            source.Set("title", new DraftMap().Set("printed", From("source/title/printed", title)).Set("place", Place(title.Span)));
        source.Set("author", header.Publisher is { } publisher ? From("source/author", publisher) : null);
        source.Set("url", _findings.Page.Url);
        if (header.Date is { } date)
            source.Set("lastUpdated", new DraftMap().Set("date", From("source/lastUpdated/date", date).Text).Set("printed", header.DateText).Set("place", Place(date.Span)));
        if (header is { Notice: { } notice, State: "archived" or "superseded" })
        {
            From("source/archived", notice);
            source.Set("archived", new DraftMap().Set("place", Place(notice.Span)));
        }

        return source;
    }

    private DraftMap Section(PageSection section)
    {
        var map = new DraftMap().Set("id", _places.Id(section)).Set("title", section.Title);
        if (section.Title is not null)
            From($"sections/{_places.Id(section)}/title", section.Span, section.Rule ?? "sections/heading", section.Rule is null ? 92 : 95);
        map.Set("parent", section.Parent is { Title: not null } parent ? _places.Id(parent) : null);
        return map.Set("counted", _places.Unit(section) == SectionUnit.Items ? "items" : null);
    }

    private DraftMap ImportRecord()
    {
        var page = _findings.Page;
        var map = new DraftMap().Set("form", "fhirmsc-import/1").Set("page", new DraftMap()
            .Set("name", page.Name).Set("url", page.Url).Set("format", page.Format.ToString().ToLowerInvariant()).Set("encoding", page.Encoding)
            .Set("sha256", page.Sha256).Set("characters", page.Text.Length)
            .Set("state", _findings.Header.State).Set("notice", _findings.Header.Notice?.Value).Set("dateLine", _findings.Header.DateLine));
        map.Set("unread", new DraftList(_findings.Unread.Select(item => new DraftMap().Set("span", SpanOf(item.Span)).Set("line", Line(item.Span)).Set("rule", item.Rule).Set("reason", item.Reason).Set("text", item.Text.Length == 0 ? null : item.Text))));
        map.Set("values", new DraftList(_values));
        map.Set("statistics", new DraftList(_findings.Statistics.Select(Statistic)));
        map.Set("counts", new DraftList(_findings.Counts.Select(Count)));
        map.Set("citations", new DraftList(_findings.Citations.Select(citation => new DraftMap()
            .Set("references", new DraftList(citation.Labels.Select(label => new DraftText(label)))).Set("before", citation.Before).Set("span", SpanOf(citation.Span)).Set("line", Line(citation.Span)).Set("rule", citation.Rule).Set("confidence", citation.Confidence))));
        map.Set("furniture", new DraftList(_findings.Page.Furniture.Select(SpanOf)));
        return map;
    }

    private DraftMap Statistic(FoundStatistic found) => new DraftMap()
        .Set("measure", found.Measure?.Value).Set("value", Bare(found.Value)).Set("low", Bare(found.Low)).Set("high", Bare(found.High)).Set("level", Bare(found.Level)).Set("pValue", found.PValue)
        .Set("snippet", found.Snippet).Set("sentence", found.Sentence).Set("span", SpanOf(found.Span)).Set("line", Line(found.Span)).Set("place", Place(found.Span)).Set("rule", found.Rule).Set("confidence", found.Confidence);

    private DraftMap Count(FoundCount found) => new DraftMap()
        .Set("count", found.Count).Set("of", found.Of).Set("percent", Bare(found.Percent))
        .Set("snippet", found.Snippet).Set("sentence", found.Sentence).Set("span", SpanOf(found.Span)).Set("line", Line(found.Span)).Set("place", Place(found.Span)).Set("rule", found.Rule).Set("confidence", found.Confidence);

    private static DraftText? Bare(string? number) => number is null ? null : new DraftText(number, bare: PrintedDecimal.TryParse(number, out _) && (number.TrimStart('-') is "0" || !number.TrimStart('-').StartsWith('0') || number.TrimStart('-').StartsWith("0.", StringComparison.Ordinal)));
}
