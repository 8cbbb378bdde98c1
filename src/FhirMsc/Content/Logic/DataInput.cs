using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Logic;

/// <summary>Data that criteria read as <c>%id</c>: the result of a query, or the orders of the hook call.</summary>
public sealed record DataInput : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Identifier: name of the FHIRPath variable and key of the prefetch template.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in words.</summary>
    public required string Description { get; init; }

    /// <summary>FHIR resource types in it.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Where it comes from.</summary>
    public required InputSource From { get; init; }

    /// <summary>CDS Hooks prefetch template; <see langword="null"/> unless <see cref="From"/> is <see cref="InputSource.Query"/>.</summary>
    public string? Query { get; init; }

    /// <summary>Whether no answer may be given without it: a hook call without it is refused (412) instead of answered.</summary>
    public required bool Required { get; init; }

    /// <summary>What to tell the clinician when it is not available.</summary>
    public required string Unavailable { get; init; }
}
