namespace FhirMsc.Hooks.Feedback;

/// <summary>Acceptance and override rates, one line a recommendation.</summary>
/// <param name="From">Beginning of the period, itself included.</param>
/// <param name="To">End of the period, itself left out.</param>
/// <param name="Lines">By service and recommendation, in alphabetical order.</param>
public sealed record FeedbackReport(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<FeedbackLine> Lines)
{
    /// <summary>Sums up what a store has counted.</summary>
    public static FeedbackReport Of(DateTimeOffset from, DateTimeOffset to, IReadOnlyList<FeedbackTally> tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        var lines = tallies
            .GroupBy(tally => (tally.Service, tally.Recommendation))
            .OrderBy(group => group.Key.Service, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Recommendation, StringComparer.Ordinal)
            .Select(group => new FeedbackLine
            {
                Service = group.Key.Service,
                Recommendation = group.Key.Recommendation,
                Accepted = group.Where(tally => tally.Accepted).Sum(tally => tally.Cards),
                Overridden = group.Where(tally => !tally.Accepted).Sum(tally => tally.Cards),
                Reasons = [.. group.Where(tally => !tally.Accepted).OrderByDescending(tally => tally.Cards).ThenBy(tally => tally.Reason, StringComparer.Ordinal).Select(tally => (tally.Reason, tally.Cards))],
            });
        return new FeedbackReport(from, to, [.. lines]);
    }
}
