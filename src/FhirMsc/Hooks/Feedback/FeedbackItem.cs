namespace FhirMsc.Hooks.Feedback;

/// <summary>What became of one card (https://cds-hooks.hl7.org/2.0/#feedback). A user's comment is checked and not kept.</summary>
/// <param name="Card"><c>card.uuid</c> of the card.</param>
/// <param name="Accepted">Whether the user took a suggestion, as opposed to going on against the advice.</param>
/// <param name="At">When, by the client's clock.</param>
/// <param name="Suggestions"><c>suggestion.uuid</c> of what was taken.</param>
/// <param name="Reason">Code of the reason for going on, if the user chose one.</param>
public sealed record FeedbackItem(string Card, bool Accepted, DateTimeOffset At, IReadOnlyList<string> Suggestions, string? Reason);
