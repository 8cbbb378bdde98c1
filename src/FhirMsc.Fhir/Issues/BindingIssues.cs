namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with codes.</summary>
public static class BindingIssues
{
    /// <summary>Not from a required value set.</summary>
    public static readonly IssueKind Required = new("binding-required", Severity.Error, "code-invalid", "{0} is not in the value set {1}, from which a code is required.");

    /// <summary>Not from the widest value set.</summary>
    public static readonly IssueKind Maximum = new("binding-maximum", Severity.Error, "code-invalid", "{0} is not in {1}, the widest value set allowed here.");

    /// <summary>Not from an extensible value set.</summary>
    public static readonly IssueKind Extensible = new("binding-extensible", Severity.Warning, "code-invalid", "{0} is not in the value set {1}, from which a code must come if one there fits.");

    /// <summary>Not from a preferred value set.</summary>
    public static readonly IssueKind Preferred = new("binding-preferred", Severity.Information, "code-invalid", "{0} is not in the value set {1}, which is preferred here.");

    /// <summary>No code where one is required.</summary>
    public static readonly IssueKind NoCode = new("binding-no-code", Severity.Error, "code-invalid", "'{0}' has no code, but one from the value set {1} is required.");

    /// <summary>A required value set that is not at hand, or not wholly.</summary>
    public static readonly IssueKind Untold = new("binding-untold", Severity.Warning, "incomplete", "Whether {0} is in the value set {1}, from which a code is required, can't be told: its codes are not at hand.");

    /// <summary>A code that its system does not have.</summary>
    public static readonly IssueKind UnknownCode = new("binding-unknown-code", Severity.Error, "code-invalid", "The code system {0} has no code '{1}'{2}.");

    /// <summary>A display that is not the code's.</summary>
    public static readonly IssueKind WrongDisplay = new("binding-wrong-display", Severity.Warning, "invalid", "'{0}' is not the display of {1}#{2}, which is '{3}'.");
}
