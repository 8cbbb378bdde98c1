using FhirMsc.Fhir.Issues;

namespace FhirMsc.Decisions;

/// <summary>What can make a published PlanDefinition unusable as a service.</summary>
public static class PlanIssues
{
    /// <summary>Not exactly one hook.</summary>
    public static readonly IssueKind OneHook = new("plan-one-hook", Severity.Error, "business-rule", "A service is called by exactly one hook, but the actions are triggered by {0} different named events.");

    /// <summary>An input nobody can refer to.</summary>
    public static readonly IssueKind InputWithoutName = new("plan-input-without-name", Severity.Error, "required", "An input needs an id, by which expressions use it, and a type.");

    /// <summary>No expression.</summary>
    public static readonly IssueKind NoExpression = new("plan-no-expression", Severity.Error, "required", "There is no expression here (or, for a variable, no name).");

    /// <summary>A language that is not evaluated here.</summary>
    public static readonly IssueKind Language = new("plan-language", Severity.Error, "not-supported", "Only text/fhirpath can be evaluated here, not {0}.");

    /// <summary>An expression that does not compile.</summary>
    public static readonly IssueKind Expression = new("plan-expression", Severity.Error, "invalid", "The FHIRPath expression is wrong: {0}");

    /// <summary>A condition of another kind.</summary>
    public static readonly IssueKind ConditionKind = new("plan-condition-kind", Severity.Error, "not-supported", "Only conditions of kind 'applicability' can be evaluated when a hook is called.");

    /// <summary>One name for two things.</summary>
    public static readonly IssueKind NameTwice = new("plan-name-twice", Severity.Error, "duplicate", "Two inputs or variables are called '{0}'.");
}
