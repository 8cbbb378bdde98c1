using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Ratings;

/// <summary>How a guideline rates its recommendations. The scheme is kept with the rating: the same letters mean other things elsewhere.</summary>
public sealed record RatingScheme : IFact
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <inheritdoc/>
    public required string Id { get; init; }

    /// <summary>Name of the scheme.</summary>
    public required string Title { get; init; }

    /// <summary>Version of the scheme, often the month its legend was read.</summary>
    public required string Version { get; init; }

    /// <summary>How a rating is printed, with <c>{strength}</c> and <c>{evidence}</c> where the codes stand, e.g. <c>{strength}{evidence}</c>; without them where the guideline uses words that vary.</summary>
    public required string Format { get; init; }

    /// <summary>Where the legend was read, and what of it could not be confirmed.</summary>
    public required string Source { get; init; }

    /// <summary>Address of the legend.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Whether the page itself prints the legend.</summary>
    public required bool DefinedInPage { get; init; }

    /// <summary>The axis that says how strong a recommendation is; <see langword="null"/> for schemes without.</summary>
    public RatingAxis? Strength { get; init; }

    /// <summary>The axis that says how good the evidence is; <see langword="null"/> for schemes without.</summary>
    public RatingAxis? Evidence { get; init; }
}
