namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with the elements of a resource: which there are, how many, and in what form their values stand.</summary>
public static class StructureIssues
{
    /// <summary>No resourceType.</summary>
    public static readonly IssueKind NoResourceType = new("structure-no-resource-type", Severity.Error, "structure", "There is no 'resourceType', so nothing says what this is.");

    /// <summary>A resourceType that the release does not have, or an abstract one.</summary>
    public static readonly IssueKind UnknownResource = new("structure-unknown-resource", Severity.Error, "not-supported", "'{0}' is no resource of FHIR {1}.");

    /// <summary>An element that its parent does not have.</summary>
    public static readonly IssueKind UnknownElement = new("structure-unknown-element", Severity.Error, "structure", "{1} has no element '{0}' in FHIR {2}.");

    /// <summary>A required element that is missing.</summary>
    public static readonly IssueKind Missing = new("structure-missing", Severity.Error, "required", "'{0}' is missing: at least {1} {2} required, {3} found.");

    /// <summary>More of an element than allowed.</summary>
    public static readonly IssueKind TooMany = new("structure-too-many", Severity.Error, "structure", "'{0}' stands {2} times: at most {1} allowed.");

    /// <summary>Two types of one choice element.</summary>
    public static readonly IssueKind TwoChoices = new("structure-two-choices", Severity.Error, "structure", "'{0}' and '{1}' are two forms of the same element '{2}'. Keep one.");

    /// <summary>No array where JSON needs one.</summary>
    public static readonly IssueKind ArrayExpected = new("structure-array-expected", Severity.Error, "structure", "'{0}' may repeat, so JSON writes it as an array, even for one.");

    /// <summary>An array where JSON has none.</summary>
    public static readonly IssueKind NoArrayExpected = new("structure-no-array-expected", Severity.Error, "structure", "'{0}' does not repeat, so JSON writes it without an array.");

    /// <summary>An object where a primitive is due.</summary>
    public static readonly IssueKind PrimitiveExpected = new("structure-primitive-expected", Severity.Error, "structure", "'{0}' is a {1}: a single value, not an object.");

    /// <summary>A single value where an object is due.</summary>
    public static readonly IssueKind ObjectExpected = new("structure-object-expected", Severity.Error, "structure", "'{0}' is a {1}: an object, not a single value.");

    /// <summary>The wrong kind of JSON value for a primitive.</summary>
    public static readonly IssueKind ValueKind = new("structure-value-kind", Severity.Error, "value", "'{0}' is a {1}, which JSON writes as {2}, not as {3}.");

    /// <summary>An id or extension where only a value can be.</summary>
    public static readonly IssueKind NoExtensions = new("structure-no-extensions", Severity.Error, "structure", "'{0}' can have a value only, no id and no extensions.");

    /// <summary>A text above the specification's limit.</summary>
    public static readonly IssueKind TooLong = new("structure-too-long", Severity.Error, "too-long", "'{0}' is longer than 1 MB (1048576 bytes), the most that FHIR allows.");

    /// <summary>A value that its type does not have.</summary>
    public static readonly IssueKind ValueFormat = new("structure-value-format", Severity.Error, "value", "The value of '{0}' is no valid {1}: {2}.");
}
