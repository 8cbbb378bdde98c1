using FhirMsc.Content.Ratings;
using FhirMsc.Content.Reading.Maps;

namespace FhirMsc.Content.Reading.Chapters;

/// <summary>Rating schemes and ratings.</summary>
internal static class RatingChapter
{
    /// <summary>Reads a scheme.</summary>
    public static RatingScheme Scheme(MapReader map) => new()
    {
        Origin = map.Fact(required: false),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Title = map.Text("title"),
        Version = map.Text("version"),
        Format = map.Text("format"),
        Source = map.Text("source"),
        SourceUrl = map.OptionalText("sourceUrl", Forms.IsUrl, ContentIssues.BadUrl),
        DefinedInPage = map.Flag("definedInPage"),
        Strength = map.OptionalMap("strength", "ratingAxis", Axis),
        Evidence = map.OptionalMap("evidence", "ratingAxis", Axis),
    };

    /// <summary>Reads the rating of a recommendation.</summary>
    public static Rating Rating(MapReader map) => new()
    {
        Origin = map.Fact(),
        Scheme = map.Text("scheme"),
        Printed = map.Text("printed"),
        Strength = map.OptionalText("strength"),
        Evidence = map.OptionalText("evidence"),
    };

    /// <summary>Reads how a concept relates to one elsewhere.</summary>
    public static Mapping Mapping(MapReader map) => new()
    {
        Origin = map.Ours(),
        Equivalence = map.Choice<MappingEquivalence>("equivalence"),
        Code = map.OptionalText("code", Forms.IsCode, ContentIssues.BadCode),
        Display = map.OptionalText("display"),
        Comment = map.OptionalText("comment"),
    };

    private static RatingAxis Axis(MapReader map) => new()
    {
        Origin = map.Ours(),
        CodeSystem = map.Text("codeSystem", Forms.IsId, ContentIssues.BadId),
        Title = map.Text("title"),
        Complete = map.Flag("complete"),
        MappedTo = map.OptionalText("mappedTo", Forms.IsSystem, ContentIssues.BadSystem),
        Levels = map.Maps("levels", "ratingLevel", Level, required: true),
    };

    private static RatingLevel Level(MapReader map) => new()
    {
        Origin = map.Ours(),
        Code = map.Text("code", Forms.IsCode, ContentIssues.BadCode),
        Display = map.Text("display"),
        Definition = map.OptionalText("definition"),
        Verified = map.Flag("verified"),
        Mapping = map.OptionalMap("mapping", "mapping", Mapping),
    };
}
