namespace FhirMsc.Fhir.Issues;

/// <summary>What can be wrong with resources that define codes: CodeSystem, ValueSet, ConceptMap; and with codes that their system does not have.</summary>
public static class TerminologyResourceIssues
{
    /// <summary>Concepts in a system that says it has none.</summary>
    public static readonly IssueKind UnexpectedConcepts = new("codesystem-unexpected-concepts", Severity.Error, "business-rule", "The code system says that no content is present, and concepts are.");

    /// <summary>A supplement that is not called one.</summary>
    public static readonly IssueKind SupplementContent = new("codesystem-supplement-content", Severity.Error, "business-rule", "A code system that supplements another one has the content 'supplement', not '{0}'.");

    /// <summary>A supplement of nothing.</summary>
    public static readonly IssueKind SupplementOfNothing = new("codesystem-supplement-of-nothing", Severity.Error, "required", "A supplement must say with 'supplements' which code system it adds to.");

    /// <summary>A supplement to a code that is not there.</summary>
    public static readonly IssueKind SupplementCode = new("codesystem-supplement-code", Severity.Error, "code-invalid", "The code system '{1}' has no code '{0}' to add to.");

    /// <summary>A number that is not the number of concepts.</summary>
    public static readonly IssueKind Count = new("codesystem-count", Severity.Warning, "business-rule", "'count' is {0}, and the code system, which says that it is complete, has {1} concepts.");

    /// <summary>Two properties with one code.</summary>
    public static readonly IssueKind DuplicateProperty = new("codesystem-duplicate-property", Severity.Error, "business-rule", "There is another property with the {0} '{1}'.");

    /// <summary>A standard property with another type.</summary>
    public static readonly IssueKind PropertyType = new("codesystem-property-type", Severity.Error, "business-rule", "The property '{0}' has the type '{1}' by the specification, not '{2}'.");

    /// <summary>A standard property under another code.</summary>
    public static readonly IssueKind PropertyCode = new("codesystem-property-code", Severity.Error, "business-rule", "The property with this URI goes by the code '{0}'; '{1}' is the code of another one.");

    /// <summary>A value of another type than declared.</summary>
    public static readonly IssueKind PropertyValue = new("codesystem-property-value", Severity.Error, "business-rule", "The property '{0}' is declared with the type '{1}', and the value is a {2}.");

    /// <summary>A value of a property that is not declared.</summary>
    public static readonly IssueKind UndeclaredProperty = new("codesystem-undeclared-property", Severity.Warning, "business-rule", "The property '{0}' is not declared in CodeSystem.property.");

    /// <summary>A property that leads to a code that is not there.</summary>
    public static readonly IssueKind PropertyTarget = new("codesystem-property-target", Severity.Error, "code-invalid", "The property '{0}' names the code '{1}', which the code system does not have.");

    /// <summary>A system that is not absolute.</summary>
    public static readonly IssueKind RelativeInclude = new("valueset-relative-system", Severity.Error, "invalid", "The code system must be named by its full URL, not by '{0}', also where the value set contains it.");

    /// <summary>A code that the system does not have.</summary>
    public static readonly IssueKind UnknownInclude = new("valueset-unknown-code", Severity.Error, "code-invalid", "The code system '{1}' has no code '{0}'.");

    /// <summary>A code twice.</summary>
    public static readonly IssueKind DuplicateInclude = new("valueset-duplicate-code", Severity.Warning, "business-rule", "The code '{0}' stands twice in the include.");

    /// <summary>A filter value that cannot be.</summary>
    public static readonly IssueKind FilterValue = new("valueset-filter-value", Severity.Error, "invalid", "A filter on '{0}' takes {1}, not '{2}'.");

    /// <summary>A filter on a code that the system does not have.</summary>
    public static readonly IssueKind FilterCode = new("valueset-filter-code", Severity.Error, "code-invalid", "The filter on '{0}' names a code that is not in its code system.");

    /// <summary>A regular expression that is none.</summary>
    public static readonly IssueKind FilterRegex = new("valueset-filter-regex", Severity.Error, "invalid", "The value of the filter on '{0}' is no regular expression.");

    /// <summary>An expression constraint that can't be read.</summary>
    public static readonly IssueKind FilterConstraint = new("valueset-filter-constraint", Severity.Error, "invalid", "The value is no expression of SNOMED CT's expression constraint language: {0}.");

    /// <summary>A mapped code that its system or value set does not have.</summary>
    public static readonly IssueKind MappedCode = new("conceptmap-code", Severity.Error, "code-invalid", "The {0} code '{1}' is not in '{2}'.");

    /// <summary>A code that its system does not have.</summary>
    public static readonly IssueKind UnknownCode = new("coding-unknown-code", Severity.Error, "code-invalid", "The code system '{1}' has no code '{0}'.");
}
