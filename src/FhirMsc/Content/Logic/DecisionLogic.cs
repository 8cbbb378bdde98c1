using FhirMsc.Content.Tracing;

namespace FhirMsc.Content.Logic;

/// <summary>What decision support asks of the data: all of it is here and none in code.</summary>
public sealed record DecisionLogic : ITraceable
{
    /// <inheritdoc/>
    public required Origin Origin { get; init; }

    /// <summary>The data that criteria read.</summary>
    public required IReadOnlyList<DataInput> Inputs { get; init; }

    /// <summary>The criteria, each after those it reads.</summary>
    public required IReadOnlyList<Criterion> Criteria { get; init; }
}
