using FhirMsc.Decisions;

namespace FhirMsc.Hooks;

/// <summary>What discovery says of a service (https://cds-hooks.hl7.org/2.0/#response).</summary>
public sealed record ServiceDescription
{
    /// <summary>Id: <c>{id}</c> of <c>/cds-services/{id}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the hook.</summary>
    public required string Hook { get; init; }

    /// <summary>Title, if it has one.</summary>
    public string? Title { get; init; }

    /// <summary>What the service does; never empty.</summary>
    public required string Description { get; init; }

    /// <summary>What a client must know to use it.</summary>
    public string? UsageRequirements { get; init; }

    /// <summary>The data that it decides on; the queries among them are its prefetch templates.</summary>
    public required IReadOnlyList<PlanInput> Inputs { get; init; }

    /// <summary>What it may say; feedback is counted by it.</summary>
    public IReadOnlyList<Advice> Advice { get; init; } = [];
}
