namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with extensions.</summary>
public static class ExtensionIssues
{
    /// <summary>A URL that is not absolute.</summary>
    public static readonly IssueKind NotAbsolute = new("extension-not-absolute", Severity.Error, "invalid", "The URL of an extension must be absolute: '{0}'.");

    /// <summary>No definition.</summary>
    public static readonly IssueKind Unknown = new("extension-unknown", Severity.Error, "structure", "There is no definition at hand for the extension '{0}'.");

    /// <summary>A part that the extension does not have.</summary>
    public static readonly IssueKind UnknownPart = new("extension-unknown-part", Severity.Error, "structure", "The extension '{1}' has no part '{0}'.");

    /// <summary>A place that the definition does not allow.</summary>
    public static readonly IssueKind Context = new("extension-context", Severity.Error, "structure", "The extension '{0}' may not be used on {1}, only on {2}.");

    /// <summary>An invariant of the place that does not hold.</summary>
    public static readonly IssueKind ContextInvariant = new("extension-context-invariant", Severity.Error, "structure", "The extension '{0}' may not be used here, because this does not hold: {1}");

    /// <summary>A modifier that is not used as one.</summary>
    public static readonly IssueKind Modifier = new("extension-modifier", Severity.Error, "structure", "The extension '{0}' changes the meaning of what it is on, so it must stand in 'modifierExtension'.");

    /// <summary>Used as a modifier without being one.</summary>
    public static readonly IssueKind NotModifier = new("extension-not-modifier", Severity.Error, "structure", "The extension '{0}' is no modifier, so it must stand in 'extension'.");

    /// <summary>Not an extension at all.</summary>
    public static readonly IssueKind NotExtension = new("extension-wrong-kind", Severity.Error, "structure", "'{0}' is defined, but not as an extension.");
}
