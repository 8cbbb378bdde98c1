namespace FhirMsc.Publishing.Servers;

/// <summary>One line of the report.</summary>
/// <param name="Reference">Type and id as we know it.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="ServerReference">Type and id on the server, where those are others.</param>
/// <param name="Detail">Why it was refused, or what differs; <see langword="null"/> if there is nothing to say.</param>
public sealed record PublishedItem(string Reference, PublishedOutcome Outcome, string? ServerReference = null, string? Detail = null)
{
    /// <summary>Whether what is on the server is what was to be there.</summary>
    public bool IsGood => Outcome is not (PublishedOutcome.Refused or PublishedOutcome.Altered);
}
