using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Cards;

/// <summary>A CDS Hooks service: one hook, one card, and hints if it has any.</summary>
public sealed record Service : ITraceable
{
    /// <summary>Id of the plan's action that the card comes from.</summary>
    public const string MainAction = "advise";

    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Identifier: <c>{id}</c> of <c>/cds-services/{id}</c>; different for each hook, because clients keep one service per id.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the hook: <c>patient-view</c>, <c>order-select</c>, <c>order-sign</c>.</summary>
    public required string Hook { get; init; }

    /// <summary>Title for the list of services.</summary>
    public required string Title { get; init; }

    /// <summary>What it does.</summary>
    public required string Description { get; init; }

    /// <summary>What a client must know to use it.</summary>
    public string? UsageRequirements { get; init; }

    /// <summary>Ids of the recommendations that it carries.</summary>
    public required IReadOnlyList<string> Recommendations { get; init; }

    /// <summary>Ids of the criteria that must all be true. False anywhere: no card. Otherwise can't-be-told anywhere: the card says what is missing.</summary>
    public required IReadOnlyList<string> When { get; init; }

    /// <summary>Ids of the criteria that suppress the card when true; one that can't be told does not suppress but adds a note.</summary>
    public required IReadOnlyList<string> Unless { get; init; }

    /// <summary>Lines added to the card when a criterion is true; they never gate it.</summary>
    public required IReadOnlyList<ServiceNote> Notes { get; init; }

    /// <summary>The card.</summary>
    public required CardContent Card { get; init; }

    /// <summary>Further cards that only inform.</summary>
    public IReadOnlyList<ServiceHint> Hints { get; init; } = [];

    /// <summary>The card and those of the hints.</summary>
    public IEnumerable<CardContent> Cards => [Card, .. Hints.Select(hint => hint.Card)];

    /// <summary>Ids of all criteria that the service names: those of when, unless, notes, suggestions and hints, each once.</summary>
    public IReadOnlyList<string> Criteria =>
    [
        .. When.Concat(Unless).Concat(Notes.Select(note => note.When)).Concat(Card.Suggestions.Select(suggestion => suggestion.Remove))
            .Concat(Hints.SelectMany(hint => hint.When.Concat(hint.Unless))).Distinct(StringComparer.Ordinal),
    ];
}
