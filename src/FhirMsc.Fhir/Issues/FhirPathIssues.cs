namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with a FHIRPath expression, when it is compiled and when it is evaluated.</summary>
public static class FhirPathIssues
{
    /// <summary>Not an expression by the grammar.</summary>
    public static readonly IssueKind Syntax = new("fhirpath-syntax", Severity.Error, "invalid", "{0} stands here, but {1} is due.");

    /// <summary>A character or a literal that is none.</summary>
    public static readonly IssueKind Literal = new("fhirpath-literal", Severity.Error, "invalid", "{0}");

    /// <summary>Nested or chained too deep, or too long.</summary>
    public static readonly IssueKind TooLarge = new("fhirpath-too-large", Severity.Error, "too-costly", "The expression is above the limit of {0}. Split it.");

    /// <summary>A function that does not exist.</summary>
    public static readonly IssueKind UnknownFunction = new("fhirpath-unknown-function", Severity.Error, "not-found", "There is no function '{0}'.{1}");

    /// <summary>Too few or too many arguments.</summary>
    public static readonly IssueKind ArgumentCount = new("fhirpath-argument-count", Severity.Error, "invalid", "'{0}' takes {1}, but {2} given.");

    /// <summary>An argument that has to be of a certain form (a type name, a sort key) is not.</summary>
    public static readonly IssueKind ArgumentForm = new("fhirpath-argument-form", Severity.Error, "invalid", "{0}");

    /// <summary>A type that neither FHIR nor FHIRPath has.</summary>
    public static readonly IssueKind UnknownType = new("fhirpath-unknown-type", Severity.Error, "not-found", "There is no type '{0}'.");

    /// <summary>Strict mode: an element that the type does not have.</summary>
    public static readonly IssueKind UnknownElement = new("fhirpath-unknown-element", Severity.Error, "not-found", "{0} has no element '{1}'.{2}");

    /// <summary>Strict mode: a value can never be of that type.</summary>
    public static readonly IssueKind ImpossibleType = new("fhirpath-impossible-type", Severity.Error, "invalid", "This is {0} and can never be {1}.");

    /// <summary>Strict mode: a function or operator gets what it never takes.</summary>
    public static readonly IssueKind WrongInput = new("fhirpath-wrong-input", Severity.Error, "invalid", "{0} takes {1}, but this is {2}.");

    /// <summary>Strict mode: something that depends on an order is asked of items that have none.</summary>
    public static readonly IssueKind Unordered = new("fhirpath-unordered", Severity.Error, "invalid", "{0} depends on the order of the items, but children() and descendants() give them in none. Use where() or sort() first.");

    /// <summary>More than one item where one is due.</summary>
    public static readonly IssueKind NotSingle = new("fhirpath-not-single", Severity.Error, "multiple-matches", "{0} takes one item at most, but here are {1}. Use first(), where() or select().");

    /// <summary>An item of a type that the operation does not take.</summary>
    public static readonly IssueKind WrongType = new("fhirpath-wrong-type", Severity.Error, "value", "{0} does not take {1}.");

    /// <summary>A variable that nobody has set.</summary>
    public static readonly IssueKind UnknownVariable = new("fhirpath-unknown-variable", Severity.Error, "not-found", "There is no variable '%{0}' here.");

    /// <summary>A variable that is there already.</summary>
    public static readonly IssueKind VariableTaken = new("fhirpath-variable-taken", Severity.Error, "duplicate", "There is a variable '%{0}' already. Choose another name.");

    /// <summary>A value that the operation can't work with.</summary>
    public static readonly IssueKind WrongValue = new("fhirpath-wrong-value", Severity.Error, "value", "{0}");

    /// <summary>Something the function needs from outside has not been given to the evaluation.</summary>
    public static readonly IssueKind NoPort = new("fhirpath-no-port", Severity.Error, "not-supported", "{0} needs {1}, and this evaluation has none.");

    /// <summary>The evaluation was stopped because it took too much.</summary>
    public static readonly IssueKind Costly = new("fhirpath-too-costly", Severity.Error, "too-costly", "The evaluation was stopped: {0}.");
}
