using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Vocabulary;

/// <summary>The codes that a value set takes from one system.</summary>
public sealed record ValueSetGroup : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>URI of the code system; <see langword="null"/> when it is one of our own (<see cref="CodeSystem"/>).</summary>
    public string? System { get; init; }

    /// <summary>Id of the code system of our own.</summary>
    public string? CodeSystem { get; init; }

    /// <summary>Id of the licence; <see langword="null"/> for our own codes and for those without conditions.</summary>
    public string? Licence { get; init; }

    /// <summary>The codes.</summary>
    public required IReadOnlyList<ValueSetConcept> Concepts { get; init; }
}
