using FhirMsc.Fhir.Issues;

namespace FhirMsc.Decisions.Sites;

/// <summary>What can be wrong with a site's file.</summary>
public static class SiteIssues
{
    /// <summary>System or code missing, or no text.</summary>
    public static readonly IssueKind NotText = new("site-not-text", Severity.Error, "structure", "'system' and 'code' must be there, as text in quotes: a number would lose leading zeros.");

    /// <summary>A text that is no YAML.</summary>
    public static readonly IssueKind Yaml = new("site-yaml", Severity.Error, "structure", "The file can't be read as YAML: {0}.");

    /// <summary>A list where a map is due, or the other way round.</summary>
    public static readonly IssueKind Shape = new("site-shape", Severity.Error, "structure", "{0} must be {1}.");

    /// <summary>A key that nobody reads.</summary>
    public static readonly IssueKind Key = new("site-key", Severity.Error, "structure", "The key '{0}' is not known here, so what it says would be lost. Known: {1}.");

    /// <summary>An unknown class.</summary>
    public static readonly IssueKind Class = new("site-class", Severity.Error, "value", "'class' must be one of {0}.");

    /// <summary>A code that its own system can't have.</summary>
    public static readonly IssueKind Form = new("site-code-form", Severity.Error, "code-invalid", "'{0}' is no code of its system: {1}.");

    /// <summary>A descriptor of a code system that must not be copied.</summary>
    public static readonly IssueKind Display = new("site-display", Severity.Error, "business-rule", "Descriptors of CPT may not be copied: leave 'display' out.");

    /// <summary>A concept that is not published.</summary>
    public static readonly IssueKind Concept = new("site-concept", Severity.Error, "not-found", "'{0}' is no concept of a code system that is published here.");

    /// <summary>The same code twice.</summary>
    public static readonly IssueKind Twice = new("site-twice", Severity.Error, "duplicate", "The code {0}|{1} is mapped more than once.");

    /// <summary>A code that is published with another meaning.</summary>
    public static readonly IssueKind Contradiction = new("site-contradiction", Severity.Error, "conflict", "'{0}' is listed in the value set '{1}', which does not hold the concept that it is mapped to.");

    /// <summary>A concept that nobody would look at, or that nobody may warn of.</summary>
    public static readonly IssueKind Review = new("site-review", Severity.Error, "business-rule", "No published value set would find a code of the class '{1}' mapped to '{0}': 'review' needs a set whose id ends with '-review', 'trigger' one whose id does not.");

    /// <summary>A display that sounds like another thing.</summary>
    public static readonly IssueKind Doubtful = new("site-doubtful", Severity.Warning, "business-rule", "The display of '{0}' says '{1}', a word of other concepts than '{2}', and none of that one's own. Make sure that the code means it.");

    /// <summary>A setting that no plan has.</summary>
    public static readonly IssueKind Setting = new("site-setting", Severity.Error, "not-found", "No plan has a setting '{0}'. Known: {1}.");

    /// <summary>A setting that follows from the codes.</summary>
    public static readonly IssueKind Derived = new("site-setting-derived", Severity.Error, "business-rule", "'{0}' follows from the codes of class 'ignore' in 'maps': list them there, and leave this setting out.");
}
