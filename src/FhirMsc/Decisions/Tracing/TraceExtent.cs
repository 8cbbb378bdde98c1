namespace FhirMsc.Decisions.Tracing;

/// <summary>How much is written down while a plan is applied.</summary>
internal enum TraceExtent
{
    /// <summary>Nothing: most answers are never asked for their reasons.</summary>
    None,

    /// <summary>What was looked at and what came of it.</summary>
    Steps,

    /// <summary>The same with the resources and value sets that decided, which costs a second evaluation of some expressions.</summary>
    Full,
}
