namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with a StructureDefinition beyond its invariants and its snapshot (https://hl7.org/fhir/R4/structuredefinition.html).</summary>
public static class StructureDefinitionIssues
{
    /// <summary>A type that the release does not have.</summary>
    public static readonly IssueKind UnknownType = new("definition-unknown-type", Severity.Error, "not-found", "'{0}' is no type of FHIR {1}, and no definition at hand has it.");

    /// <summary>A profile of another type.</summary>
    public static readonly IssueKind ProfileType = new("definition-profile-type", Severity.Error, "business-rule", "The profile '{0}' is one of {1}, and the element is a {2}.");

    /// <summary>A binding where there are no codes.</summary>
    public static readonly IssueKind Binding = new("definition-binding", Severity.Error, "business-rule", "There is a binding, and none of the types ({0}) holds codes.");

    /// <summary>A constraint that is no FHIRPath.</summary>
    public static readonly IssueKind Constraint = new("definition-constraint", Severity.Error, "invalid", "The expression of '{0}' is no FHIRPath: {1}");

    /// <summary>An extension with another url than its own.</summary>
    public static readonly IssueKind ExtensionUrl = new("definition-extension-url", Severity.Error, "business-rule", "The fixed value of Extension.url is '{0}', and the extension's canonical URL is '{1}'.");

    /// <summary>An extension that could stand anywhere.</summary>
    public static readonly IssueKind ContextElement = new("definition-context-element", Severity.Warning, "business-rule", "The context 'Element' lets the extension stand anywhere. Check that this is meant.");

    /// <summary>A context that is no element.</summary>
    public static readonly IssueKind ContextPath = new("definition-context-path", Severity.Error, "not-found", "The context '{0}' is no element of FHIR {1}.");

    /// <summary>A context that is no FHIRPath.</summary>
    public static readonly IssueKind ContextExpression = new("definition-context-expression", Severity.Error, "invalid", "The context is no FHIRPath: {0}");

    /// <summary>Obligations from what is no obligation profile.</summary>
    public static readonly IssueKind NoObligations = new("definition-no-obligations", Severity.Error, "business-rule", "The profile '{0}' is not marked as one of obligations.");

    /// <summary>Obligations for another profile.</summary>
    public static readonly IssueKind OtherObligations = new("definition-other-obligations", Severity.Error, "business-rule", "The obligations in '{0}' are for '{1}', not for the base of this profile, '{2}'.");

    /// <summary>An expression that is no FHIRPath.</summary>
    public static readonly IssueKind Expression = new("expression-fhirpath", Severity.Error, "invalid", "The expression is no FHIRPath: {0}");
}
