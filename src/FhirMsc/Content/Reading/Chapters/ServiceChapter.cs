using FhirMsc.Content.Cards;
using FhirMsc.Content.Reading.Maps;

namespace FhirMsc.Content.Reading.Chapters;

/// <summary>The services and their cards.</summary>
internal static class ServiceChapter
{
    /// <summary>Reads a service.</summary>
    /// <param name="map">The map.</param>
    /// <param name="texts">Texts that several cards share.</param>
    public static Service Service(MapReader map, IReadOnlyList<KeyValuePair<string, string>> texts) => new()
    {
        Origin = map.Ours(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        Hook = map.Text("hook"),
        Title = map.Text("title"),
        Description = map.Text("description"),
        UsageRequirements = map.OptionalText("usageRequirements"),
        Recommendations = map.Texts("recommendations", required: true),
        When = map.Texts("when", required: true),
        Unless = map.Texts("unless"),
        Notes = map.Maps("notes", "serviceNote", Note),
        Card = map.Map("card", "card", card => Card(card, texts)),
        Hints = map.Maps("hints", "serviceHint", hint => Hint(hint, texts)),
    };

    /// <summary>Reads a text that cards name as <c>{text:id}</c>.</summary>
    public static KeyValuePair<string, string> SharedText(MapReader map) =>
        KeyValuePair.Create(map.Text("id", Forms.IsId, ContentIssues.BadId), map.Text("text"));

    private static ServiceNote Note(MapReader map) => new()
    {
        Origin = map.Ours(),
        When = map.Text("when"),
        Text = map.Text("text"),
    };

    private static ServiceHint Hint(MapReader map, IReadOnlyList<KeyValuePair<string, string>> texts) => new()
    {
        Origin = map.Ours(),
        Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
        When = map.Texts("when", required: true),
        Unless = map.Texts("unless"),
        Card = map.Map("card", "card", card => Card(card, texts)),
    };

    private static CardContent Card(MapReader map, IReadOnlyList<KeyValuePair<string, string>> texts) => new()
    {
        Origin = map.Ours(),
        Summary = map.Text("summary"),
        Priority = map.Choice<CardPriority>("priority"),
        Detail = texts.Aggregate(map.Text("detail"), (detail, text) => detail.Replace($"{{text:{text.Key}}}", text.Value, StringComparison.Ordinal)),
        SourceLabel = map.Text("sourceLabel"),
        SourceUrl = map.OptionalText("sourceUrl", Forms.IsUrl, ContentIssues.BadUrl),
        Topic = RecommendationChapter.Concept(map, "topic", required: true) ?? new ConceptReference(string.Empty, string.Empty),
        Links = map.Maps("links", "cardLink", Link),
        Suggestions = map.Maps("suggestions", "cardSuggestion", Suggestion),
        OverrideReasons = OverrideReasons(map),
    };

    private static IReadOnlyList<ConceptReference> OverrideReasons(MapReader map)
    {
        var texts = map.Texts("overrideReasons", text => RecommendationChapter.TryConcept(text) is not null, ContentIssues.BadConcept);
        return [.. texts.Select(RecommendationChapter.TryConcept).OfType<ConceptReference>()];
    }

    private static CardLink Link(MapReader map) => new()
    {
        Origin = map.Ours(),
        Label = map.Text("label"),
        Url = map.Text("url", Forms.IsUrl, ContentIssues.BadUrl),
    };

    private static CardSuggestion Suggestion(MapReader map) => new()
    {
        Origin = map.Ours(),
        Label = map.Text("label"),
        Description = map.Text("description"),
        Remove = map.Text("remove"),
    };
}
