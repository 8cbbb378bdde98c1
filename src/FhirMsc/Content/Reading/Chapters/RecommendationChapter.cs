using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.Recommendations;

namespace FhirMsc.Content.Reading.Chapters;

/// <summary>The recommendations.</summary>
internal static class RecommendationChapter
{
    /// <summary>Reads a recommendation.</summary>
    public static Recommendation Recommendation(MapReader map) => new()
    {
        Origin = map.Fact(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Title = map.Text("title"),
        Quotation = map.Text("quotation"),
        Rating = RatingOf(map),
        Direction = map.Choice<Direction>("direction"),
        Population = map.Map("population", "subject", Subject),
        Intervention = map.Map("intervention", "subject", Subject),
        Exceptions = map.Maps("exceptions", "exception", Exception),
        Jurisdiction = map.OptionalText("jurisdiction", Forms.IsCountry, ContentIssues.BadCountry),
        Restates = map.OptionalText("restates"),
        Rationale = map.Text("rationale"),
        RestsOn = map.Texts("restsOn"),
        Cites = map.Texts("cites"),
        Notes = map.Texts("notes"),
    };

    /// <summary>Reads the name of a concept of our own, <c>system-id#code</c>.</summary>
    public static ConceptReference? Concept(MapReader map, string key, bool required)
    {
        var text = required
            ? map.Text(key, text => TryConcept(text) is not null, ContentIssues.BadConcept)
            : map.OptionalText(key, text => TryConcept(text) is not null, ContentIssues.BadConcept);
        return text is null ? null : TryConcept(text);
    }

    /// <summary>Takes <c>system-id#code</c> apart.</summary>
    public static ConceptReference? TryConcept(string text) =>
        text.Split('#') is [var system, var code] && Forms.IsId(system) && Forms.IsCode(code) ? new ConceptReference(system, code) : null;

    /// <summary>A rating must be there, or the content must say with <c>unrated: true</c> that the page gives none.</summary>
    private static Ratings.Rating? RatingOf(MapReader map)
    {
        var rating = map.OptionalMap("rating", "rating", RatingChapter.Rating);
        var unrated = map.Flag("unrated", absent: false);
        if (map.Exists && rating is null == !unrated)
            map.Report.Add(rating is null ? ContentIssues.MissingRating : ContentIssues.RatedAndUnrated, map.Path);
        return rating;
    }

    private static Subject Subject(MapReader map) => new()
    {
        Origin = map.Fact(),
        Text = map.Text("text"),
        ValueSet = map.OptionalText("valueSet"),
        Concept = Concept(map, "concept", required: false),
    };

    private static ExceptionCase Exception(MapReader map) => new()
    {
        Origin = map.Fact(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Text = map.Text("text"),
        Concept = Concept(map, "concept", required: true) ?? new ConceptReference(string.Empty, string.Empty),
        Criterion = map.OptionalText("criterion"),
    };
}
