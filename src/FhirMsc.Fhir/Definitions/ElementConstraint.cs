using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Definitions;

/// <summary>An invariant: a FHIRPath expression that must hold on an element.</summary>
public sealed record ElementConstraint
{
    /// <summary>Name of the invariant, e.g. <c>ele-1</c>; <c>ElementDefinition.condition</c> of other elements points at it.</summary>
    public required string Key { get; init; }

    /// <summary>How bad it is when it doesn't hold: error or warning.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What it means, for people.</summary>
    public required string Human { get; init; }

    /// <summary>The FHIRPath expression; <see langword="null"/> if only words state the rule.</summary>
    public string? Expression { get; init; }

    /// <summary>Canonical URL of the structure that states it first, where given.</summary>
    public string? Source { get; init; }

    /// <summary>Whether it is advice rather than a rule (extension <c>elementdefinition-bestpractice</c>).</summary>
    public bool IsBestPractice { get; init; }
}
