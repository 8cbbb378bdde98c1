namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with a narrative (https://hl7.org/fhir/R4/narrative.html).</summary>
public static class NarrativeIssues
{
    /// <summary>No well-formed XML.</summary>
    public static readonly IssueKind Malformed = new("narrative-malformed", Severity.Error, "structure", "The narrative is no well-formed XHTML, or uses an entity that HTML does not have.");

    /// <summary>Not a div in the right namespace.</summary>
    public static readonly IssueKind Root = new("narrative-root", Severity.Error, "structure", "The narrative must be a single <div> in the namespace http://www.w3.org/1999/xhtml.");

    /// <summary>An element that is not allowed.</summary>
    public static readonly IssueKind Element = new("narrative-element", Severity.Error, "invalid", "The element <{0}> is not allowed in a narrative (at {1}).");

    /// <summary>An attribute that is not allowed.</summary>
    public static readonly IssueKind Attribute = new("narrative-attribute", Severity.Error, "invalid", "The attribute '{0}' is not allowed in a narrative (at {1}).");

    /// <summary>A processing instruction.</summary>
    public static readonly IssueKind Markup = new("narrative-markup", Severity.Error, "invalid", "Processing instructions and declarations are not allowed in a narrative ('{0}' at {1}).");

    /// <summary>Nothing to read.</summary>
    public static readonly IssueKind Empty = new("narrative-empty", Severity.Error, "invariant", "The narrative has no text and no image (txt-2).");

    /// <summary>A link that runs code.</summary>
    public static readonly IssueKind ActiveLink = new("narrative-active-link", Severity.Error, "security", "A link runs code ('{0}:'), which a narrative must not.");

    /// <summary>A link whose scheme nobody can follow.</summary>
    public static readonly IssueKind LinkScheme = new("narrative-link-scheme", Severity.Error, "invalid", "A link has the scheme '{0}:', which a reader can't follow.");

    /// <summary>A link to a place that is not there.</summary>
    public static readonly IssueKind LinkTarget = new("narrative-link-target", Severity.Warning, "invalid", "A link leads to '#{0}', and there is no such place in the narrative or the resource.");

    /// <summary>Markup in a string.</summary>
    public static readonly IssueKind MarkupInText = new("narrative-markup-in-text", Severity.Information, "security", "The text looks like it holds HTML. Whoever shows it must escape it.");

    /// <summary>Markup in markdown.</summary>
    public static readonly IssueKind MarkupInMarkdown = new("narrative-markup-in-markdown", Severity.Warning, "security", "The markdown looks like it holds HTML ('{0}'). Whoever shows it should escape it; check that this is meant.");

    /// <summary>A part that does not say where it is from.</summary>
    public static readonly IssueKind NoSource = new("narrative-no-source", Severity.Error, "business-rule", "The text at {0} has no class that says where it is from (boilerplate, generated or original), which the profile asks for.");

    /// <summary>Sections by language that the profile does not allow, or misses.</summary>
    public static readonly IssueKind Sections = new("narrative-sections", Severity.Error, "business-rule", "The profile controls the languages of the narrative: {0}.");
}
