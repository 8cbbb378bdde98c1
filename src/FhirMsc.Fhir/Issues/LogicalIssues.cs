namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with JSON that a logical model describes, beyond what resources have in common with it.</summary>
public static class LogicalIssues
{
    /// <summary>A property that the model does not have.</summary>
    public static readonly IssueKind UnknownProperty = new("logical-unknown-property", Severity.Error, "structure", "{1} has no property '{0}'.");

    /// <summary>A property that is missing.</summary>
    public static readonly IssueKind Missing = new("logical-missing", Severity.Error, "required", "The property '{0}' is missing.");

    /// <summary>More than one value.</summary>
    public static readonly IssueKind List = new("logical-list", Severity.Error, "structure", "The property '{0}' must be {1}.");

    /// <summary>A value of another kind.</summary>
    public static readonly IssueKind ValueKind = new("logical-value-kind", Severity.Error, "value", "The property '{0}' is a {1}, which JSON writes as {2}.");

    /// <summary>A value of another form.</summary>
    public static readonly IssueKind ValueForm = new("logical-value-form", Severity.Error, "value", "The value of '{0}' is no valid {1}: {2}.");

    /// <summary>A code that is not allowed.</summary>
    public static readonly IssueKind Code = new("logical-code", Severity.Error, "code-invalid", "The code '{0}' is not in the value set '{1}'.");

    /// <summary>A resource of another type.</summary>
    public static readonly IssueKind ResourceType = new("logical-resource-type", Severity.Error, "structure", "The property '{0}' must be a {1}, not a {2}.");

    /// <summary>A resource without id.</summary>
    public static readonly IssueKind NoId = new("logical-no-id", Severity.Error, "required", "A resource needs an id here.");

    /// <summary>A broken constraint.</summary>
    public static readonly IssueKind Constraint = new("logical-constraint", Severity.Error, "invariant", "{0} does not hold: {1}");
}
