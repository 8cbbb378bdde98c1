namespace FhirMsc.Fhir.Issues;

/// <summary>What can come of invariants.</summary>
public static class InvariantIssues
{
    /// <summary>It does not hold.</summary>
    public static readonly IssueKind Broken = new("invariant-broken", Severity.Error, "invariant", "{0} does not hold: {1}");

    /// <summary>It asks for something that is not at hand.</summary>
    public static readonly IssueKind Untold = new("invariant-untold", Severity.Information, "incomplete", "Whether {0} holds can't be told, because something it asks for is not at hand: {1}");

    /// <summary>Its expression is wrong, or ended in an error.</summary>
    public static readonly IssueKind Failed = new("invariant-failed", Severity.Warning, "processing", "{0} could not be evaluated: {1}");
}
