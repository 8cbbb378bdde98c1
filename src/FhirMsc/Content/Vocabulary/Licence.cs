using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Vocabulary;

/// <summary>Terms under which the codes of a code system may be redistributed.</summary>
public sealed record Licence : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Identifier that value sets use.</summary>
    public required string Id { get; init; }

    /// <summary>The notice for <c>copyright</c>.</summary>
    public required string Notice { get; init; }
}
