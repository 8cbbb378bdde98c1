namespace FhirMsc.Fhir.Definitions;

/// <summary>How the items of an element are sorted into slices.</summary>
public sealed record ElementSlicing
{
    /// <summary>What tells the slices apart; empty if only people can.</summary>
    public required IReadOnlyList<SlicingDiscriminator> Discriminators { get; init; }

    /// <summary>What may stand beside the slices.</summary>
    public required SlicingRules Rules { get; init; }

    /// <summary>Whether items must stand in the order of the slices.</summary>
    public bool IsOrdered { get; init; }
}
