using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Inputs;

/// <summary>What can be wrong with a file before anybody looks at a resource in it.</summary>
public static class InputIssues
{
    /// <summary>A file that can't be opened or read to its end.</summary>
    public static readonly IssueKind Unreadable = new("input-unreadable", Severity.Fatal, "exception", "The file can't be read: {0}");

    /// <summary>Bytes that are no text.</summary>
    public static readonly IssueKind Binary = new("input-binary", Severity.Fatal, "structure", "This is no text: byte {0} is zero. FHIR resources are JSON or XML, in UTF-8.");

    /// <summary>JSON without a resource in it, in a file that was asked for by name.</summary>
    public static readonly IssueKind NotResource = new("input-not-resource", Severity.Error, "structure", "This is JSON, but no FHIR resource: {0}.");

    /// <summary>JSON or XML without a resource in it, in a file that a folder or a pattern brought along.</summary>
    public static readonly IssueKind Skipped = new("input-skipped", Severity.Information, "informational", "Not checked, because it is no FHIR resource: {0}.");

    /// <summary>A profile of the command line that fits no resource.</summary>
    public static readonly IssueKind ProfileUnused = new("input-profile-unused", Severity.Warning, "not-found", "No resource was checked against '{0}': none is a {1}.");

    /// <summary>A profile of the command line that nobody defines.</summary>
    public static readonly IssueKind ProfileUnknown = new("input-profile-unknown", Severity.Error, "not-found", "The profile '{0}' is in none of the packages at hand. Name the package with --package.");

    /// <summary>A package with no resource in it.</summary>
    public static readonly IssueKind EmptyPackage = new("input-empty-package", Severity.Warning, "not-found", "The package holds no resource.");

    /// <summary>The tool itself failed at a resource.</summary>
    public static readonly IssueKind ToolFailure = new("input-tool-failure", Severity.Fatal, "exception", "The validator failed here ({0}), so nothing can be told about this resource. This is a fault of the tool, not of the resource: please report it.");
}
