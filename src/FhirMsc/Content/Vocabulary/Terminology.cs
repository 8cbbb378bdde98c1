using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Vocabulary;

/// <summary>The terminology that comes with the guideline.</summary>
public sealed record Terminology : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Terms under which codes of others are redistributed.</summary>
    public required IReadOnlyList<Licence> Licences { get; init; }

    /// <summary>Code systems of our own (those of the rating schemes are in <see cref="Ratings.RatingAxis"/>).</summary>
    public required IReadOnlyList<CodeSystemContent> CodeSystems { get; init; }

    /// <summary>Value sets.</summary>
    public required IReadOnlyList<ValueSetContent> ValueSets { get; init; }
}
