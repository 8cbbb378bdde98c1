using FhirMsc.Fhir.Issues;

namespace FhirMsc.Publishing.Ledger;

/// <summary>What the ledger of released versions forbids.</summary>
public static class LedgerIssues
{
    /// <summary>A version that went out with other content.</summary>
    public static readonly IssueKind VersionReused = new(
        "ledger-version-reused",
        Severity.Error,
        "business-rule",
        "Version {0} of this guideline was released with other content. Give the content a new version; 'fhirmsc diff' says what changed.");
}
