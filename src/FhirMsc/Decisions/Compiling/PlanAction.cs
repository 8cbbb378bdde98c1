using FhirMsc.Decisions.Proposals;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Compiling;

/// <summary>One action of a plan, compiled, with the actions below it.</summary>
internal sealed record PlanAction
{
    /// <summary>The action.</summary>
    public required Node Definition { get; init; }

    /// <summary>Id, or its place in the plan if it has none.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands in the plan, for the trace.</summary>
    public required string Path { get; init; }

    /// <summary>Title, description and the like as the plan has them; computed values are put over it.</summary>
    public required AppliedAction Words { get; init; }

    /// <summary>Names of the events that trigger it; <see langword="null"/> if it has no trigger and belongs to every event.</summary>
    public required IReadOnlyList<string>? Events { get; init; }

    /// <summary>Its conditions of kind <c>applicability</c>, which must all hold.</summary>
    public required IReadOnlyList<PlanCondition> Conditions { get; init; }

    /// <summary>Lines that are added when they hold.</summary>
    public required IReadOnlyList<PlanRemark> Remarks { get; init; }

    /// <summary>Values that are computed for elements of the action or of what it proposes.</summary>
    public required IReadOnlyList<DynamicValue> DynamicValues { get; init; }

    /// <summary>What it proposes; <see langword="null"/> if it has no ActivityDefinition.</summary>
    public required Activity? Activity { get; init; }

    /// <summary>The plan that it stands for; <see langword="null"/> if it has no PlanDefinition.</summary>
    public required Plan? Plan { get; init; }

    /// <summary>The actions below.</summary>
    public required IReadOnlyList<PlanAction> Actions { get; init; }

    /// <summary>This action and all below it, those of other plans left out.</summary>
    public IEnumerable<PlanAction> All => Actions.SelectMany(action => action.All).Prepend(this);
}
