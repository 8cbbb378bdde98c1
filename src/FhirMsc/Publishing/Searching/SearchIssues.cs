using FhirMsc.Fhir.Issues;

namespace FhirMsc.Publishing.Searching;

/// <summary>What can be wrong with a search. A search that is not understood is refused: its answer would look like one to the question that was meant.</summary>
public static class SearchIssues
{
    /// <summary>A parameter that the type does not have.</summary>
    public static readonly IssueKind UnknownParameter = new("search-unknown-parameter", Severity.Error, "not-supported", "There is no search parameter '{0}' for {1}. There are: {2}.");

    /// <summary>A parameter that was left out because the client allowed it.</summary>
    public static readonly IssueKind Ignored = new("search-parameter-ignored", Severity.Warning, "not-supported", "The search parameter '{0}' is not supported and was left out, as 'Prefer: handling=lenient' allows.");

    /// <summary>A modifier that the parameter does not have.</summary>
    public static readonly IssueKind Modifier = new("search-modifier", Severity.Error, "not-supported", "The parameter '{0}' does not know the modifier ':{1}'. It knows: {2}.");

    /// <summary>A value that cannot be read.</summary>
    public static readonly IssueKind Value = new("search-value", Severity.Error, "value", "The value of '{0}' is not one that the parameter takes: {1}.");

    /// <summary>An include of something that is no reference parameter.</summary>
    public static readonly IssueKind Include = new("search-include", Severity.Error, "not-supported", "'{0}' must name a type and one of its reference parameters, as in PlanDefinition:depends-on, or a type and *.");
}
