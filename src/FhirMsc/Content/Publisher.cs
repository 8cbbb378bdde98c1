using FhirMsc.Content.Tracing;

namespace FhirMsc.Content;

/// <summary>Who publishes the artifacts: the organisation that runs this software, not the author of the guideline.</summary>
public sealed record Publisher : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Name, for <c>publisher</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Web address, for <c>contact.telecom</c>.</summary>
    public string? Url { get; init; }

    /// <summary>E-mail address, for <c>contact.telecom</c>.</summary>
    public string? Email { get; init; }
}
