namespace FhirMsc.Decisions.Tracing;

/// <summary>What a step of a trace is about.</summary>
public enum TraceKind
{
    /// <summary>A named expression of the plan.</summary>
    Question,

    /// <summary>A condition of an action.</summary>
    Condition,

    /// <summary>A condition of a line that may be added to the advice.</summary>
    Remark,

    /// <summary>A computed value.</summary>
    Value,

    /// <summary>Whether an action applies.</summary>
    Action,
}
