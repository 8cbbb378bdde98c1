using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Studies;

/// <summary>A condition, in words and where possible in codes.</summary>
public sealed record Condition : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>In words.</summary>
    public required string Text { get; init; }

    /// <summary>Id of the value set that holds its codes.</summary>
    public string? ValueSet { get; init; }
}
