using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.Studies;

namespace FhirMsc.Content.Reading.Chapters;

/// <summary>The studies: design, arms and endpoints.</summary>
internal static class StudyChapter
{
    /// <summary>Reads a study.</summary>
    public static Study Study(MapReader map) => new()
    {
        Origin = map.Fact(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Label = map.Text("label"),
        Title = map.Text("title"),
        Reference = map.Text("reference"),
        Design = map.Map("design", "studyDesign", Design),
        Population = map.Map("population", "statement", FindingChapter.Statement),
        ObservedCondition = map.Map("observedCondition", "condition", Condition),
        IntendedCondition = map.OptionalMap("intendedCondition", "condition", Condition),
        Country = map.OptionalText("country", Forms.IsCountry, ContentIssues.BadCountry),
        Enrolled = map.OptionalCount("enrolled"),
        Arms = map.Maps("arms", "arm", Arm),
        Endpoints = map.Maps("endpoints", "endpoint", Endpoint),
        Outcomes = map.Maps("outcomes", "outcome", OutcomeChapter.Outcome),
        Limitations = map.Maps("limitations", "statement", FindingChapter.Statement),
        Notes = map.Maps("notes", "statement", FindingChapter.Statement),
    };

    /// <summary>Reads a time frame.</summary>
    public static TimeFrame TimeFrame(MapReader map) => new()
    {
        Origin = map.Fact(),
        Value = map.Decimal("value"),
        Unit = map.Text("unit", Forms.IsTimeUnit, ContentIssues.BadTimeUnit),
        After = map.OptionalText("after"),
    };

    private static StudyDesign Design(MapReader map) => new()
    {
        Origin = map.Fact(),
        Text = map.Text("text"),
        StudyType = map.OptionalText("studyType", Forms.IsCode, ContentIssues.BadCode),
        Allocation = map.Choice<Allocation>("allocation"),
        Masking = map.Choice<Masking>("masking"),
    };

    private static Condition Condition(MapReader map) => new()
    {
        Origin = map.Fact(),
        Text = map.Text("text"),
        ValueSet = map.OptionalText("valueSet"),
    };

    private static Arm Arm(MapReader map) => new()
    {
        Origin = map.Fact(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Name = map.Text("name"),
        Kind = map.Choice<ArmKind>("kind"),
        Intervention = map.Text("intervention"),
        Count = map.OptionalCount("count"),
        Subgroups = map.Maps("subgroups", "subgroup", Subgroup),
    };

    private static Subgroup Subgroup(MapReader map) => new()
    {
        Origin = map.Fact(),
        Text = map.Text("text"),
        Count = map.Count("count"),
    };

    private static Endpoint Endpoint(MapReader map) => new()
    {
        Origin = map.Fact(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Role = map.Choice<EndpointRole>("role"),
        Text = map.Text("text"),
        TimeFrame = map.OptionalMap("timeFrame", "timeFrame", TimeFrame),
    };
}
