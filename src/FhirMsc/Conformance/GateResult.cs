namespace FhirMsc.Conformance;

/// <summary>What the gate says of an artifact set.</summary>
/// <param name="Passed">The set, if nothing in it is an error; otherwise <see langword="null"/>.</param>
/// <param name="Findings">Everything found, warnings included, in the order of the set.</param>
public sealed record GateResult(ValidatedArtifacts? Passed, IReadOnlyList<Finding> Findings)
{
    /// <summary>How many findings are errors.</summary>
    public int ErrorCount => Findings.Count(finding => finding.Issue.IsError);
}
