using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Recommendations;

/// <summary>A population or an intervention, in words and where possible in codes.</summary>
public sealed record Subject : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>In words.</summary>
    public required string Text { get; init; }

    /// <summary>Id of the value set that holds its codes.</summary>
    public string? ValueSet { get; init; }

    /// <summary>One code of our own code systems, as <c>system-id#code</c>, resolved.</summary>
    public ConceptReference? Concept { get; init; }
}
