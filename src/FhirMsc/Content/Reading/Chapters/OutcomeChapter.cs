using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.Studies;

namespace FhirMsc.Content.Reading.Chapters;

/// <summary>The results of studies.</summary>
internal static class OutcomeChapter
{
    /// <summary>Reads an outcome.</summary>
    public static Outcome Outcome(MapReader map) => new()
    {
        Origin = map.Fact(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Title = map.Text("title"),
        Kind = map.Choice<OutcomeKind>("kind"),
        Finding = map.Text("finding"),
        TimeFrame = map.OptionalMap("timeFrame", "timeFrame", StudyChapter.TimeFrame),
        Endpoint = map.OptionalText("endpoint"),
        Results = map.Maps("results", "armResult", Result),
        Effects = map.Maps("effects", "effect", Effect),
        Cites = map.Texts("cites"),
        Notes = map.Texts("notes"),
    };

    private static ArmResult Result(MapReader map) => new()
    {
        Origin = map.Fact(),
        Arm = map.Text("arm"),
        Category = map.OptionalText("category"),
        Affected = map.Count("affected"),
        Of = map.OptionalCount("of"),
        Percentage = map.OptionalDecimal("percentage"),
        Implied = map.Flag("implied", absent: false),
    };

    private static EffectEstimate Effect(MapReader map) => new()
    {
        Origin = map.Fact(),
        Measure = map.Choice<EffectMeasure>("measure"),
        Value = map.Decimal("value"),
        Unit = map.OptionalText("unit", Forms.IsCode, ContentIssues.BadCode),
        Interval = map.OptionalMap("interval", "interval", Interval),
        PValue = map.OptionalText("pValue"),
        Participants = map.OptionalCount("participants"),
        ComparedArm = map.OptionalText("comparedArm"),
        ReferenceArm = map.OptionalText("referenceArm"),
        Note = map.OptionalText("note"),
    };

    private static EstimateInterval Interval(MapReader map) => new()
    {
        Origin = map.Fact(),
        Level = map.Decimal("level"),
        Low = map.Decimal("low"),
        High = map.Decimal("high"),
    };
}
