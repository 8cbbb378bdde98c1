namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with a Questionnaire beyond its invariants (https://hl7.org/fhir/R4/questionnaire.html).</summary>
public static class QuestionnaireIssues
{
    /// <summary>A condition on a question that is not there.</summary>
    public static readonly IssueKind EnableWhenTarget = new("questionnaire-enable-when-target", Severity.Error, "not-found", "The condition is on the item '{0}', and the Questionnaire has none with that linkId.");

    /// <summary>A condition on a question inside of the item itself.</summary>
    public static readonly IssueKind EnableWhenInside = new("questionnaire-enable-when-inside", Severity.Error, "business-rule", "The condition is on the item '{0}', which is {1}: nobody can answer that before this item is enabled.");

    /// <summary>A condition on what has no answers.</summary>
    public static readonly IssueKind EnableWhenNoQuestion = new("questionnaire-enable-when-no-question", Severity.Error, "business-rule", "The condition is on the item '{0}', which is a {1} and never has an answer.");

    /// <summary>A condition on a question that comes later.</summary>
    public static readonly IssueKind EnableWhenLater = new("questionnaire-enable-when-later", Severity.Warning, "business-rule", "The condition is on the item '{0}', which comes after this one.");

    /// <summary>A condition with an answer of another type than the question's.</summary>
    public static readonly IssueKind EnableWhenType = new("questionnaire-enable-when-type", Severity.Error, "business-rule", "The condition compares the item '{0}', a {1}, with a {2}, so it can never hold.");

    /// <summary>A condition with an answer that the question does not offer.</summary>
    public static readonly IssueKind EnableWhenOption = new("questionnaire-enable-when-option", Severity.Warning, "business-rule", "The condition is on an answer that is none of the options of the item '{0}'.");

    /// <summary>An initial value of another type than the answer's.</summary>
    public static readonly IssueKind InitialType = new("questionnaire-initial-type", Severity.Error, "structure", "The initial value of a {0} can't be a {1}.");

    /// <summary>An initial value that is no option.</summary>
    public static readonly IssueKind InitialOption = new("questionnaire-initial-option", Severity.Warning, "business-rule", "The initial value is none of the options.");

    /// <summary>The same option twice.</summary>
    public static readonly IssueKind DuplicateOption = new("questionnaire-duplicate-option", Severity.Warning, "business-rule", "The option stands twice.");

    /// <summary>A value set in the Questionnaire that is not there.</summary>
    public static readonly IssueKind ContainedValueSet = new("questionnaire-contained-value-set", Severity.Error, "not-found", "'{0}' is no value set that the Questionnaire contains.");
}
