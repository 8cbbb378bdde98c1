namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with a QuestionnaireResponse, seen with its Questionnaire (https://hl7.org/fhir/R4/questionnaireresponse.html). Texts name link ids, never answers.</summary>
public static class ResponseIssues
{
    /// <summary>The Questionnaire is not at hand.</summary>
    public static readonly IssueKind NoQuestionnaire = new("response-no-questionnaire", Severity.Warning, "not-found", "The Questionnaire '{0}' is not at hand, so the answers were not checked against it.");

    /// <summary>No Questionnaire is named.</summary>
    public static readonly IssueKind NotNamed = new("response-questionnaire-not-named", Severity.Warning, "required", "The response does not say which Questionnaire it answers, so the answers were not checked.");

    /// <summary>The canonical leads to something else.</summary>
    public static readonly IssueKind WrongTarget = new("response-wrong-target", Severity.Error, "invalid", "'{0}' is a {1}, not a Questionnaire.");

    /// <summary>Answered before or after the Questionnaire was in use.</summary>
    public static readonly IssueKind OutOfPeriod = new("response-out-of-period", Severity.Warning, "business-rule", "The response was authored {0} the effective period of the Questionnaire.");

    /// <summary>An item that the Questionnaire does not have.</summary>
    public static readonly IssueKind UnknownLinkId = new("response-unknown-link-id", Severity.Error, "not-found", "The Questionnaire has no item with the linkId '{0}'.");

    /// <summary>An item at the wrong place.</summary>
    public static readonly IssueKind WrongPlace = new("response-wrong-place", Severity.Error, "structure", "The item '{0}' stands at another place in the Questionnaire: {1}.");

    /// <summary>Items in another order.</summary>
    public static readonly IssueKind Order = new("response-order", Severity.Error, "structure", "The item '{0}' comes after '{1}' here, and before it in the Questionnaire.");

    /// <summary>More than one item for a question.</summary>
    public static readonly IssueKind RepeatedItem = new("response-repeated-item", Severity.Error, "structure", "There are {1} items '{0}'. {2}");

    /// <summary>A required item without answer.</summary>
    public static readonly IssueKind Required = new("response-required", Severity.Error, "required", "The item '{0}' is required and has no answer.");

    /// <summary>A required group without content.</summary>
    public static readonly IssueKind EmptyGroup = new("response-empty-group", Severity.Error, "required", "The group '{0}' is required and is empty.");

    /// <summary>Answers where there can be none.</summary>
    public static readonly IssueKind NoAnswers = new("response-no-answers", Severity.Error, "structure", "The item '{0}' is a {1}, which can't have answers.");

    /// <summary>Items right in a question.</summary>
    public static readonly IssueKind ItemsInQuestion = new("response-items-in-question", Severity.Error, "structure", "The item '{0}' is a question: the items in it stand in its answers.");

    /// <summary>Too many answers.</summary>
    public static readonly IssueKind TooManyAnswers = new("response-too-many-answers", Severity.Error, "structure", "The item '{0}' has {1} answers, and {2} allowed.");

    /// <summary>Too few answers.</summary>
    public static readonly IssueKind TooFewAnswers = new("response-too-few-answers", Severity.Error, "required", "The item '{0}' has {1} answers, and at least {2} are required.");

    /// <summary>An answer of the wrong type.</summary>
    public static readonly IssueKind AnswerType = new("response-answer-type", Severity.Error, "structure", "The answer to '{0}' must be a {1}, not a {2}.");

    /// <summary>An answer that is no option.</summary>
    public static readonly IssueKind NotAnOption = new("response-not-an-option", Severity.Error, "code-invalid", "The answer is none of the options of '{0}'.");

    /// <summary>An answer that is not in the value set.</summary>
    public static readonly IssueKind NotInValueSet = new("response-not-in-value-set", Severity.Error, "code-invalid", "The answer to '{0}' is not in the value set '{1}'.");

    /// <summary>Nothing tells whether the answer is in the value set.</summary>
    public static readonly IssueKind OptionsUntold = new("response-options-untold", Severity.Warning, "not-found", "Whether the answer to '{0}' is in the value set '{1}' can't be told with the definitions at hand.");

    /// <summary>An exclusive option beside others.</summary>
    public static readonly IssueKind Exclusive = new("response-exclusive", Severity.Error, "business-rule", "The option excludes all others, and '{0}' has {1} answers.");

    /// <summary>An answer to what was not asked.</summary>
    public static readonly IssueKind NotEnabled = new("response-not-enabled", Severity.Error, "business-rule", "The item '{0}' has content, and by its conditions it is not enabled.");

    /// <summary>Another text than the question's.</summary>
    public static readonly IssueKind Text = new("response-text", Severity.Warning, "value", "The text of the item '{0}' is not the one of the Questionnaire.");

    /// <summary>A value beyond a limit.</summary>
    public static readonly IssueKind Limit = new("response-limit", Severity.Error, "value", "The answer to '{0}' is {1} than the Questionnaire allows ({2}).");

    /// <summary>A limit that nothing can be compared with.</summary>
    public static readonly IssueKind NotComparable = new("response-not-comparable", Severity.Error, "value", "The answer to '{0}' can't be compared with the {1} that the Questionnaire states: the units don't fit, or are no UCUM codes.");

    /// <summary>A string of another form.</summary>
    public static readonly IssueKind Pattern = new("response-pattern", Severity.Error, "value", "The answer to '{0}' does not have the form that the Questionnaire asks for ({1}).");

    /// <summary>An attachment of another type.</summary>
    public static readonly IssueKind ContentType = new("response-content-type", Severity.Error, "value", "The attachment in the answer to '{0}' must be one of {1}.");

    /// <summary>A unit that is not among those allowed.</summary>
    public static readonly IssueKind Unit = new("response-unit", Severity.Error, "code-invalid", "The unit of the answer to '{0}' is not one that the Questionnaire allows ({1}).");

    /// <summary>A reference to another type.</summary>
    public static readonly IssueKind ReferenceType = new("response-reference-type", Severity.Error, "value", "The answer to '{0}' refers to a {1}, and the Questionnaire allows {2}.");
}
