using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Studies;

/// <summary>What was found on one outcome of a study. Becomes one Evidence.</summary>
public sealed record Outcome : IFact
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The outcome in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of variable it is.</summary>
    public required OutcomeKind Kind { get; init; }

    /// <summary>What was found, in our own words with the figures as printed (Markdown).</summary>
    public required string Finding { get; init; }

    /// <summary>When it was looked at.</summary>
    public TimeFrame? TimeFrame { get; init; }

    /// <summary>Id of the endpoint it reports.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Figures per arm.</summary>
    public required IReadOnlyList<ArmResult> Results { get; init; }

    /// <summary>Figures that compare arms.</summary>
    public required IReadOnlyList<EffectEstimate> Effects { get; init; }

    /// <summary>Labels of the references cited; that of the study when the content gives none.</summary>
    public required IReadOnlyList<string> Cites { get; init; }

    /// <summary>Remarks of ours on how the figures may be read.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
