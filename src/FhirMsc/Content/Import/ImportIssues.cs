using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Import;

/// <summary>The catalogue of everything that can be wrong with a page that is imported, and with a draft.</summary>
public static class ImportIssues
{
    /// <summary>Nothing in it.</summary>
    public static readonly IssueKind Empty = Fatal("import-empty", "The page is empty. There is nothing to import.");

    /// <summary>No text.</summary>
    public static readonly IssueKind NoPage = Fatal("import-no-page", "This is {0}, not a page. Save the page as HTML, Markdown or plain text, and import that.");

    /// <summary>Too large.</summary>
    public static readonly IssueKind TooLarge = Warning("import-too-large", "too-long", "The page is larger than {0} bytes. What comes after them was not read; the draft holds what was found up to there.");

    /// <summary>HTML without text.</summary>
    public static readonly IssueKind NoText = Error("import-no-text", "not-found", "The page has no text that people read: only markup, scripts or furniture. If its text is loaded by script, save it from a browser.");

    /// <summary>Another language.</summary>
    public static readonly IssueKind OtherLanguage = Warning("import-other-language", "not-supported", "The page seems to be written in {0}. Recommendations are read in English only; references and figures were read.");

    /// <summary>No recommendation.</summary>
    public static readonly IssueKind NoRecommendation = Information("import-no-recommendation", "No recommendation was found. {0}");

    /// <summary>The page ends too early.</summary>
    public static readonly IssueKind CutOff = Warning("import-cut-off", "incomplete", "The page seems to be cut off: it ends with \"{0}\". The draft holds what was found up to there.");

    /// <summary>Finding took too long.</summary>
    public static readonly IssueKind TooSlow = Warning("import-too-slow", "timeout", "Reading took longer than {0} seconds and was stopped. The draft holds what was found up to there.");

    /// <summary>A stretch that no rule gets through in its time.</summary>
    public static readonly IssueKind TooInvolved = Error("import-too-involved", "timeout", "A stretch of the page is so long or so repetitive that the rules do not get through it in time. Take out what is no text of the guideline, and import the rest.");

    /// <summary>Address refused.</summary>
    public static readonly IssueKind Refused = Fatal("import-refused", "The address is not fetched: {0}");

    /// <summary>Address not reachable.</summary>
    public static readonly IssueKind NotFetched = Fatal("import-not-fetched", "The page could not be fetched: {0}");

    /// <summary>Rule files that are none.</summary>
    public static readonly IssueKind NoRules = Fatal("import-no-rules", "The rules are not usable, so the page was not read: {0}");

    /// <summary>No draft.</summary>
    public static readonly IssueKind NoDraft = Fatal("import-no-draft", "This is no draft of 'fhirmsc import': {0}");

    /// <summary>Draft with open points.</summary>
    public static readonly IssueKind Unreviewed = new("import-unreviewed", Severity.Error, "business-rule", "{0} values of this draft wait for a person. Go through them with 'fhirmsc review'; nothing is generated before.");

    private static IssueKind Fatal(string id, string text) => new(id, Severity.Fatal, "invalid", text);

    private static IssueKind Error(string id, string code, string text) => new(id, Severity.Error, code, text);

    private static IssueKind Warning(string id, string code, string text) => new(id, Severity.Warning, code, text);

    private static IssueKind Information(string id, string text) => new(id, Severity.Information, "informational", text);
}
