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

    /// <summary>CDS Hooks prefetch template with all codes filled in; <see langword="null"/> unless <see cref="From"/> is <see cref="InputSource.Query"/>.</summary>
    public string? Query { get; init; }

    /// <summary>Ids of the value sets whose codes the query asks for (<c>{codes:id}</c> in the content), for data requirements.</summary>
    public required IReadOnlyList<string> ValueSets { get; init; }

    /// <summary>
    /// What happens when it is not available and the decision can't be told because of that: with <see langword="true"/> the hook call is refused (412,
    /// precondition failed), with <see langword="false"/> the card says what could not be told. A decision that does not depend on it is made anyway.
    /// </summary>
    public required bool Required { get; init; }

    /// <summary>What to tell the clinician when it is not available.</summary>
    public required string Unavailable { get; init; }
}
