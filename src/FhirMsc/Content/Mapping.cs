using FhirMsc.Content.Tracing;

namespace FhirMsc.Content;

/// <summary>How one of our concepts relates to a concept of another code system.</summary>
public sealed record Mapping : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>The relation.</summary>
    public required MappingEquivalence Equivalence { get; init; }

    /// <summary>Code in the target system; <see langword="null"/> only for <see cref="MappingEquivalence.Unmatched"/>.</summary>
    public string? Code { get; init; }

    /// <summary>The target system's words for it.</summary>
    public string? Display { get; init; }

    /// <summary>Why, and what must not be concluded from it.</summary>
    public string? Comment { get; init; }
}
