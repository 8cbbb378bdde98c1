namespace FhirMsc.Hooks.Feedback;

/// <summary>
/// What is kept of one feedback item. Every text in it is one that this service gave out itself, so nothing that a client writes freely, and with it no patient's data,
/// can get into the store.
/// </summary>
public sealed record FeedbackRecord
{
    /// <summary>Reason for a code that the card did not offer.</summary>
    public const string OtherReason = "other";

    /// <summary>Id of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Id of the action of the service's plan that the card came from; <see langword="null"/> if the card is not one of ours.</summary>
    public required string? Recommendation { get; init; }

    /// <summary>The card's identifier; <see langword="null"/> if what was sent is no UUID.</summary>
    public required Guid? Card { get; init; }

    /// <summary>Whether a suggestion was taken, as opposed to going on against the advice.</summary>
    public required bool Accepted { get; init; }

    /// <summary>Code of an override reason that the card offered; <see cref="OtherReason"/> for any other; <see langword="null"/> without one.</summary>
    public required string? Reason { get; init; }

    /// <summary>When it happened, by the client's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The records of one call.</summary>
    /// <param name="service">The service that feedback was given on.</param>
    /// <param name="items">What the client sent.</param>
    public static IReadOnlyList<FeedbackRecord> Of(ServiceDescription service, IReadOnlyList<FeedbackItem> items)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(items);
        return [.. items.Select(item => Of(service, item))];
    }

    private static FeedbackRecord Of(ServiceDescription service, FeedbackItem item)
    {
        Guid? card = Guid.TryParseExact(item.Card, "D", out var uuid) ? uuid : null;
        var advice = card is { } id ? service.Advice.FirstOrDefault(advice => Cards.CardTag.Matches(id, advice.Id)) : null;
        return new FeedbackRecord
        {
            Service = service.Id,
            Recommendation = advice?.Id,
            Card = card,
            Accepted = item.Accepted,
            Reason = item.Accepted || item.Reason is null ? null : advice?.OverrideReasons.FirstOrDefault(code => code == item.Reason) ?? OtherReason,
            At = item.At,
        };
    }
}
