using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance;

/// <summary>What the gate finds beyond the rules of FHIR itself.</summary>
public static class GateIssues
{
    /// <summary>A relative reference to nothing.</summary>
    public static readonly IssueKind DanglingReference = new("gate-dangling-reference", Severity.Error, "not-found", "The reference '{0}' leads to no artifact of the set.");

    /// <summary>A canonical of ours to nothing.</summary>
    public static readonly IssueKind DanglingCanonical = new("gate-dangling-canonical", Severity.Error, "not-found", "The canonical '{0}' names no artifact of the set, or another version of it.");
}
