using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Studies;

/// <summary>An arm of a study. Its id is unique in the study; elsewhere it is named <c>study.arm</c>.</summary>
public sealed record Arm : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Identifier, unique in the study.</summary>
    public required string Id { get; init; }

    /// <summary>Name for tables.</summary>
    public required string Name { get; init; }

    /// <summary>What role it plays.</summary>
    public required ArmKind Kind { get; init; }

    /// <summary>What its participants got, in our own words.</summary>
    public required string Intervention { get; init; }

    /// <summary>How many, as printed; <see langword="null"/> when the page does not say. Never derived.</summary>
    public int? Count { get; init; }

    /// <summary>Parts of the arm that the page counts.</summary>
    public required IReadOnlyList<Subgroup> Subgroups { get; init; }
}
