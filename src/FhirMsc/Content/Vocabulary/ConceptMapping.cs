using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Vocabulary;

/// <summary>How one of our concepts relates to one of another system.</summary>
public sealed record ConceptMapping : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>URI of the other system.</summary>
    public required string System { get; init; }

    /// <summary>The relation and the code there.</summary>
    public required Mapping Mapping { get; init; }
}
