using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Baselines;

/// <summary>What can be wrong with a baseline.</summary>
public static class BaselineIssues
{
    /// <summary>An entry that says nothing of what it excuses.</summary>
    public static readonly IssueKind NoTarget = new("baseline-no-target", Severity.Error, "required", "The entry names neither a 'fingerprint' nor a 'code', so it would excuse everything. Add one of them.");

    /// <summary>An entry without a day to end.</summary>
    public static readonly IssueKind BadExpiry = new("baseline-bad-expiry", Severity.Error, "value", "'{0}' is no day. Write the last day the entry holds as YYYY-MM-DD.");

    /// <summary>Another format, or another version of it.</summary>
    public static readonly IssueKind BadSchema = new("baseline-bad-schema", Severity.Error, "value", "'{0}' is no baseline of this version. The first line must be 'schema: fhirmsc-baseline/1'.");

    /// <summary>An entry that excuses nothing any more.</summary>
    public static readonly IssueKind Stale = new("baseline-stale", Severity.Warning, "not-found", "Nothing was found that the entry {0} excuses ({1}). Remove it.");
}
