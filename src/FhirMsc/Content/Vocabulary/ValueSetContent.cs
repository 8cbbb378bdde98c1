using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Vocabulary;

/// <summary>A value set: explicit codes only, so that it expands without a terminology server.</summary>
public sealed record ValueSetContent : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Identifier in FHIR's <c>id</c> syntax; logic names it as <c>{vs:id}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What is in it and what was left out on purpose.</summary>
    public required string Description { get; init; }

    /// <summary>The codes, by system and licence.</summary>
    public required IReadOnlyList<ValueSetGroup> Groups { get; init; }
}
