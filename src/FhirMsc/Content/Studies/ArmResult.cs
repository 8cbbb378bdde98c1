using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Studies;

/// <summary>A count in one arm.</summary>
public sealed record ArmResult : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Id of the arm in the study.</summary>
    public required string Arm { get; init; }

    /// <summary>Which of several courses is counted, for outcomes that tell more than one.</summary>
    public string? Category { get; init; }

    /// <summary>To how many it happened.</summary>
    public required int Affected { get; init; }

    /// <summary>Of how many; <see langword="null"/> when the page does not say. Never derived.</summary>
    public int? Of { get; init; }

    /// <summary>The percentage as printed; <see langword="null"/> when none is printed.</summary>
    public PrintedDecimal? Percentage { get; init; }

    /// <summary>Whether the figure follows from the sentence without being printed.</summary>
    public required bool Implied { get; init; }
}
