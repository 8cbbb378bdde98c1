using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Logic;

/// <summary>
/// One question to the data in FHIRPath. Inputs and other criteria are variables: <c>%input</c>, <c>%criterion</c>. A criterion that reads an
/// unavailable input has no value: it can't be told. <c>{vs:id}</c> in the expression stands for the canonical URL of a value set.
/// </summary>
public sealed record Criterion : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>Identifier: name of the FHIRPath variable.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of answer it gives.</summary>
    public required CriterionResult Gives { get; init; }

    /// <summary>The question in words.</summary>
    public required string Meaning { get; init; }

    /// <summary>The FHIRPath expression for R4 and R4B.</summary>
    public required string Expression { get; init; }

    /// <summary>The expression for R5, where element names differ; <see langword="null"/> when the same one serves.</summary>
    public string? ExpressionR5 { get; init; }

    /// <summary>What to tell the clinician when it can't be told.</summary>
    public required string CannotTell { get; init; }

    /// <summary>Whether a site may put a value of its own in the place of the expression, such as the registry numbers of its trials.</summary>
    public bool IsSetting { get; init; }

    /// <summary>Ids of the inputs the expression reads itself, in order of appearance.</summary>
    public required IReadOnlyList<string> ReadsInputs { get; init; }

    /// <summary>Ids of the criteria the expression reads itself, in order of appearance.</summary>
    public required IReadOnlyList<string> ReadsCriteria { get; init; }
}
