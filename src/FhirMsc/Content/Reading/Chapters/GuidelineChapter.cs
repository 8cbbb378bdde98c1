using FhirMsc.Content.Reading.Maps;

namespace FhirMsc.Content.Reading.Chapters;

/// <summary>The document as a whole and its metadata.</summary>
internal static class GuidelineChapter
{
    /// <summary>The form of content that this reader understands.</summary>
    public const string Schema = "fhirmsc-guideline/1";

    /// <summary>Reads the root map.</summary>
    public static Guideline Read(MapReader map)
    {
        map.Text("schema", text => text == Schema, ContentIssues.WrongSchema);
        var texts = map.Maps("texts", "sharedText", ServiceChapter.SharedText);
        var terminology = map.Map("terminology", "terminology", TerminologyChapter.Terminology);
        return new()
        {
            Origin = map.Ours(),
            Id = map.Text("id", Forms.IsId, ContentIssues.BadId),
            Version = map.Text("version", Forms.IsVersion, ContentIssues.BadVersion),
            Status = map.Choice<PublicationStatus>("status"),
            Experimental = map.Flag("experimental", absent: false),
            Title = map.Text("title"),
            Subtitle = map.OptionalText("subtitle"),
            Replaces = map.OptionalText("replaces", Forms.IsVersion, ContentIssues.BadVersion),
            Description = map.Text("description"),
            Purpose = map.Text("purpose"),
            Usage = map.OptionalText("usage"),
            Language = map.Text("language", Forms.IsLanguage, ContentIssues.BadLanguage),
            Canonical = map.Text("canonical", Forms.IsCanonicalBase, ContentIssues.BadCanonical),
            Date = map.Date("date"),
            Publisher = map.Map("publisher", "publisher", Publisher),
            Copyright = map.Text("copyright"),
            Jurisdiction = map.Texts("jurisdiction", Forms.IsCountry, ContentIssues.BadCountry),
            Focus = map.OptionalMap("focus", "coding", Coding),
            Topics = map.Texts("topics"),
            Source = map.Map("source", "source", SourceChapter.Source),
            Sections = map.Maps("sections", "section", SourceChapter.Section, required: true),
            RatingSchemes = map.Maps("ratingSchemes", "ratingScheme", RatingChapter.Scheme),
            Recommendations = map.Maps("recommendations", "recommendation", RecommendationChapter.Recommendation, required: true),
            Background = map.Maps("background", "backgroundFact", FindingChapter.Background),
            Studies = map.Maps("studies", "study", StudyChapter.Study),
            AdverseEffects = map.Maps("adverseEffects", "adverseEffects", FindingChapter.AdverseEffects),
            Considerations = map.Maps("considerations", "consideration", FindingChapter.Consideration),
            References = map.Maps("references", "reference", ReferenceChapter.Reference),
            Defects = map.Maps("defects", "defect", FindingChapter.Defect),
            Terminology = terminology,
            Logic = map.Map("logic", "logic", logic => LogicChapter.Logic(logic, terminology)),
            Services = map.Maps("services", "service", service => ServiceChapter.Service(service, texts)),
        };
    }

    /// <summary>A code with its system.</summary>
    public static Coding Coding(MapReader map) => new(
        map.Text("system", Forms.IsSystem, ContentIssues.BadSystem),
        map.Text("code", Forms.IsCode, ContentIssues.BadCode),
        map.OptionalText("display"));

    private static Publisher Publisher(MapReader map) => new()
    {
        Origin = map.Ours(),
        Name = map.Text("name"),
        Url = map.OptionalText("url", Forms.IsUrl, ContentIssues.BadUrl),
        Email = map.OptionalText("email"),
    };
}
