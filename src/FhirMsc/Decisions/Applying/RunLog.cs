using FhirMsc.Decisions.Tracing;

namespace FhirMsc.Decisions.Applying;

/// <summary>What is remembered while a plan is applied: the trace, and what was looked for in vain. One decision, one thread.</summary>
/// <param name="explains">Whether resources and value sets are to be named, which costs a second evaluation of some expressions.</param>
internal sealed class RunLog(bool explains)
{
    private readonly List<TraceStep> steps = new(48);
    private readonly List<string> references = [];
    private readonly List<string> inputs = [];
    private List<string>? valueSets;

    /// <summary>Whether resources and value sets are to be named.</summary>
    public bool Explains { get; } = explains;

    /// <summary>The trace so far.</summary>
    public IReadOnlyList<TraceStep> Steps => steps;

    /// <summary>References that led nowhere.</summary>
    public IReadOnlyList<string> References => references;

    /// <summary>Inputs that were asked for and are not available.</summary>
    public IReadOnlyList<string> Inputs => inputs;

    /// <summary>Adds a step.</summary>
    public void Add(TraceStep step) => steps.Add(step);

    /// <summary>Notes that an input was asked for and is not available.</summary>
    public void MissInput(string name)
    {
        if (!inputs.Contains(name))
        {
            inputs.Add(name);
        }
    }

    /// <summary>Notes that a reference led nowhere.</summary>
    public void MissReference(string reference)
    {
        if (references.Count < 100 && !references.Contains(reference))
        {
            references.Add(reference);
        }
    }

    /// <summary>Notes that a code was found in a value set.</summary>
    public void Matched(string valueSet)
    {
        if (valueSets is not null && !valueSets.Contains(valueSet))
        {
            valueSets.Add(valueSet);
        }
    }

    /// <summary>Starts to collect value sets for one expression; expressions are evaluated inside each other, so the collection before is given back.</summary>
    public List<string>? BeginMatches()
    {
        var before = valueSets;
        valueSets = Explains ? [] : null;
        return before;
    }

    /// <summary>The value sets since <see cref="BeginMatches"/>.</summary>
    public IReadOnlyList<string> EndMatches(List<string>? before)
    {
        IReadOnlyList<string> matched = valueSets ?? [];
        valueSets = before;
        return matched;
    }
}
