namespace FhirMsc.Hooks.Feedback;

/// <summary>What became of the cards of one recommendation.</summary>
public sealed record FeedbackLine
{
    /// <summary>Id of the service.</summary>
    public required string Service { get; init; }

    /// <summary>Id of the action of the service's plan; <see langword="null"/> for cards that are not known.</summary>
    public required string? Recommendation { get; init; }

    /// <summary>Cards of which a suggestion was taken.</summary>
    public required long Accepted { get; init; }

    /// <summary>Cards that users went on against, with reason or without.</summary>
    public required long Overridden { get; init; }

    /// <summary>The overridden ones by reason, the most frequent first; <see langword="null"/> for those without.</summary>
    public required IReadOnlyList<(string? Reason, long Cards)> Reasons { get; init; }

    /// <summary>Cards that feedback was given on. Cards that nobody answered are not known and not in any figure here.</summary>
    public long Answered => Accepted + Overridden;

    /// <summary>Accepted of answered, from 0 to 1, rounded to four digits.</summary>
    public decimal AcceptanceRate => Rate(Accepted);

    /// <summary>Overridden of answered, from 0 to 1, rounded to four digits.</summary>
    public decimal OverrideRate => Rate(Overridden);

    /// <summary>A share of the answered cards, from 0 to 1, rounded to four digits.</summary>
    public decimal Rate(long cards) => Answered == 0 ? 0 : Math.Round((decimal)cards / Answered, 4, MidpointRounding.AwayFromZero);
}
