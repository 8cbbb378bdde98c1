using FhirMsc.Content.Findings;
using FhirMsc.Content.Reading.Maps;

namespace FhirMsc.Content.Reading.Chapters;

/// <summary>Background, harms, considerations, and the defects of the page.</summary>
internal static class FindingChapter
{
    /// <summary>Reads a background fact.</summary>
    public static BackgroundFact Background(MapReader map) => new()
    {
        Origin = map.Fact(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Kind = map.Choice<BackgroundKind>("kind"),
        Text = map.Text("text"),
        Cites = map.Texts("cites"),
        AsOf = map.OptionalDate("asOf"),
    };

    /// <summary>Reads what is said of harms.</summary>
    public static AdverseEffects AdverseEffects(MapReader map) => new()
    {
        Origin = map.Fact(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Intervention = map.Text("intervention"),
        Frequency = map.OptionalMap("frequency", "statement", Statement),
        Risks = map.Maps("risks", "risk", Risk),
        Cites = map.Texts("cites"),
    };

    /// <summary>Reads what is said of particular patients.</summary>
    public static Consideration Consideration(MapReader map) => new()
    {
        Origin = map.Fact(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Population = map.Text("population"),
        About = map.Text("about"),
        Text = map.Text("text"),
        Cites = map.Texts("cites"),
        Criterion = map.OptionalText("criterion"),
    };

    /// <summary>Reads a defect of the page.</summary>
    public static Defect Defect(MapReader map) => new()
    {
        Origin = map.Fact(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Title = map.Text("title"),
        Text = map.Text("text"),
        Handling = map.Text("handling"),
        Concerns = map.Texts("concerns", required: true),
    };

    /// <summary>Reads a remark.</summary>
    public static Statement Statement(MapReader map) => new() { Origin = map.Fact(), Text = map.Text("text") };

    private static Risk Risk(MapReader map) => new()
    {
        Origin = map.Fact(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Text = map.Text("text"),
    };
}
