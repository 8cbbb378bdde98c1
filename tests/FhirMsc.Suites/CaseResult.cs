namespace FhirMsc.Suites;

/// <summary>One case of a suite after it ran.</summary>
/// <param name="Id">Name of the case, unique in its suite.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Detail">What was expected and what came instead, or why it was skipped; null if it passed.</param>
public sealed record CaseResult(string Id, CaseOutcome Outcome, string? Detail = null)
{
    /// <summary>A group of its suite that the case is also counted in, such as <c>consensus</c>; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>Parts of the case that are counted by themselves, by what they are (<c>error paths</c>): how many came out as expected, and how many there are.</summary>
    public IReadOnlyDictionary<string, (int Met, int Total)> Parts { get; init; } = new Dictionary<string, (int Met, int Total)>();

    /// <summary>Passed, or failed with the reason.</summary>
    public static CaseResult Of(string id, string? failure) => failure is null ? new CaseResult(id, CaseOutcome.Passed) : new CaseResult(id, CaseOutcome.Failed, failure);
}
