using FhirMsc.Fhir.Issues;

namespace FhirMsc.Cases;

/// <summary>What can be wrong with a file of decision cases.</summary>
public static class CaseIssues
{
    /// <summary>Something of the file's own form.</summary>
    public static readonly IssueKind Form = new("case-form", Severity.Error, "structure", "{0}");

    /// <summary>A fragment that is not there.</summary>
    public static readonly IssueKind Fragment = new("case-fragment", Severity.Error, "not-found", "There is no fragment '{0}'.");

    /// <summary>A value set that is not published.</summary>
    public static readonly IssueKind ValueSet = new("case-value-set", Severity.Error, "not-found", "There is no value set '{0}' among the published artifacts.");

    /// <summary>Two cases of one id.</summary>
    public static readonly IssueKind Twice = new("case-twice", Severity.Error, "duplicate", "Two cases are called '{0}'.");

    /// <summary>A guideline that is not published.</summary>
    public static readonly IssueKind Guideline = new("case-guideline", Severity.Error, "not-found", "There is no guideline '{0}' among the published artifacts.");

    /// <summary>A case that nothing answers.</summary>
    public static readonly IssueKind NoPlan = new("case-no-plan", Severity.Error, "not-found", "No plan answers the hook '{0}' of the case '{1}'.");
}
