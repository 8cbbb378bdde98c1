using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.Source;

namespace FhirMsc.Content.Reading.Chapters;

/// <summary>The page and its sections.</summary>
internal static class SourceChapter
{
    /// <summary>Id under which other facts name the page.</summary>
    public const string SourceId = "source";

    /// <summary>Reads the page's own data.</summary>
    public static GuidelineSource Source(MapReader map) => new()
    {
        Origin = map.Fact(),
        Id = SourceId,
        Title = map.OptionalMap("title", "printedText", PrintedText),
        Author = map.Text("author"),
        Organization = map.OptionalText("organization"),
        Label = map.Text("label"),
        Url = map.OptionalText("url", Forms.IsUrl, ContentIssues.BadUrl),
        UrlNote = map.OptionalText("urlNote"),
        LastUpdated = map.OptionalMap("lastUpdated", "lastUpdated", LastUpdated),
        Archived = map.OptionalMap("archived", "archived", Archived),
        Citation = map.Text("citation"),
    };

    /// <summary>Reads a section.</summary>
    public static Section Section(MapReader map) => new()
    {
        Origin = map.Ours(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Title = map.OptionalText("title"),
        Parent = map.OptionalText("parent"),
        Counted = map.Choice<SectionUnit>("counted", SectionUnit.Sentences),
    };

    private static PrintedText PrintedText(MapReader map) => new() { Origin = map.Fact(), Printed = map.Text("printed") };

    private static LastUpdated LastUpdated(MapReader map) => new()
    {
        Origin = map.Fact(),
        Date = map.Date("date"),
        Printed = map.Text("printed"),
    };

    private static ArchiveNotice Archived(MapReader map) => new()
    {
        Origin = map.Fact(),
        Since = map.OptionalDate("since"),
        Meaning = map.Text("meaning"),
    };
}
