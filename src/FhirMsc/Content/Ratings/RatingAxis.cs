using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Ratings;

/// <summary>One axis of a rating scheme; becomes a code system and, where levels are mapped, a concept map.</summary>
public sealed record RatingAxis : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Id of the code system that is generated from it.</summary>
    public required string CodeSystem { get; init; }

    /// <summary>Title of that code system.</summary>
    public required string Title { get; init; }

    /// <summary>Whether the levels listed are all the scheme has: FHIR's <c>CodeSystem.content</c> <c>complete</c> or <c>fragment</c>.</summary>
    public required bool Complete { get; init; }

    /// <summary>URI of the code system (GRADE's) that the levels are mapped to; <see langword="null"/> when there is no mapping.</summary>
    public string? MappedTo { get; init; }

    /// <summary>The levels, strongest first.</summary>
    public required IReadOnlyList<RatingLevel> Levels { get; init; }
}
