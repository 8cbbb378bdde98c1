namespace FhirMsc.Hooks.Feedback;

/// <summary>How many cards of one kind had one outcome.</summary>
/// <param name="Service">Id of the service.</param>
/// <param name="Recommendation">Id of the action that the cards came from; <see langword="null"/> if that is not known.</param>
/// <param name="Accepted">The outcome.</param>
/// <param name="Reason">The reason for going on against the advice; <see langword="null"/> if none was given.</param>
/// <param name="Cards">Number of cards.</param>
public sealed record FeedbackTally(string Service, string? Recommendation, bool Accepted, string? Reason, long Cards);
