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

    /// <summary>A variable that nothing stands behind.</summary>
    public static readonly IssueKind UnknownVariable = new("plan-unknown-variable", Severity.Error, "not-found", "The expression uses %{0}, which is no input, and no variable that is declared before it.");

    /// <summary>A definition that is not published.</summary>
    public static readonly IssueKind DefinitionMissing = new("plan-definition-missing", Severity.Error, "not-found", "'{0}' is no ActivityDefinition or PlanDefinition that is published here in that version.");

    /// <summary>A definition that leads back to its plan, or has faults of its own.</summary>
    public static readonly IssueKind DefinitionUnusable = new("plan-definition-unusable", Severity.Error, "business-rule", "The plan '{0}' can't be applied: it has faults of its own, or leads back to this one.");

    /// <summary>A definition outside of FHIR.</summary>
    public static readonly IssueKind DefinitionUri = new("plan-definition-uri", Severity.Error, "not-supported", "A definition that is named by definitionUri can't be applied here. Use definitionCanonical.");

    /// <summary>A kind of resource that is not made here.</summary>
    public static readonly IssueKind ActivityKind = new("plan-activity-kind", Severity.Error, "not-supported", "An ActivityDefinition of kind '{0}' can't be applied here. Known: {1}.");

    /// <summary>A transform.</summary>
    public static readonly IssueKind Transform = new("plan-transform", Severity.Error, "not-supported", "StructureMaps are not executed here. Use dynamicValue in place of transform.");

    /// <summary>Something that the data at hand does not tell.</summary>
    public static readonly IssueKind Untold = new("plan-untold", Severity.Warning, "incomplete", "'{0}' could not be told: {1}");
}
