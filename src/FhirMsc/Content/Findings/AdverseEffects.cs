using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Findings;

/// <summary>What the page says of the harms of an intervention.</summary>
public sealed record AdverseEffects : IFact
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>The intervention, in the page's word.</summary>
    public required string Intervention { get; init; }

    /// <summary>How often harms occur, in our own words; <see langword="null"/> when not stated.</summary>
    public Statement? Frequency { get; init; }

    /// <summary>The risks named.</summary>
    public required IReadOnlyList<Risk> Risks { get; init; }

    /// <summary>Labels of the references cited.</summary>
    public required IReadOnlyList<string> Cites { get; init; }
}
