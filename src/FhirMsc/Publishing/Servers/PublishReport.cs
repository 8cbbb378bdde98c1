namespace FhirMsc.Publishing.Servers;

/// <summary>What came of publishing.</summary>
/// <param name="Items">One line for each artifact, in the order of writing.</param>
/// <param name="Way">How things were written: transaction, batch, one by one; the last that was tried.</param>
/// <param name="Problem">What kept everything from being published; <see langword="null"/> if nothing did.</param>
/// <param name="MayPass">Whether the problem is of the kind that passes: the server could not be reached, or said that it could not answer now.</param>
public sealed record PublishReport(IReadOnlyList<PublishedItem> Items, string Way, string? Problem, bool MayPass)
{
    /// <summary>Whether everything is on the server as it was to be there.</summary>
    public bool IsGood => Problem is null && Items.All(item => item.IsGood);
}
