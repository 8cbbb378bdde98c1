using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath;

/// <summary>Everything an evaluation may use beside the item it starts from. Immutable, and may be shared between evaluations and threads if its ports may.</summary>
public sealed record EvaluationContext
{
    /// <summary>Nothing but the clock.</summary>
    public static EvaluationContext Default { get; } = new();

    /// <summary>Variables by name, without the percent sign.</summary>
    public IReadOnlyDictionary<string, VariableValue> Variables { get; init; } = new Dictionary<string, VariableValue>();

    /// <summary><c>%resource</c>; a node that does not exist leaves it to the place the evaluation starts from.</summary>
    public Node Resource { get; init; }

    /// <summary><c>%rootResource</c>; a node that does not exist leaves it to the place the evaluation starts from.</summary>
    public Node RootResource { get; init; }

    /// <summary>The clock of <c>now()</c>, <c>today()</c> and <c>timeOfDay()</c>; read once in an evaluation.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Who answers <c>memberOf</c> and <c>subsumes</c>; without it they can't tell.</summary>
    public ITerminologyPort? Terminology { get; init; }

    /// <summary>Where <c>resolve()</c> looks beyond the resource or Bundle at hand.</summary>
    public IReferencePort? References { get; init; }

    /// <summary>Who answers <c>conformsTo</c>.</summary>
    public IProfilePort? Profiles { get; init; }

    /// <summary>Where <c>trace()</c> writes: the name it was given, and the items.</summary>
    public Action<string, IReadOnlyList<Item>>? Trace { get; init; }

    /// <summary>When to stop.</summary>
    public EvaluationLimits Limits { get; init; } = EvaluationLimits.Default;
}
