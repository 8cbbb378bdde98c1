using FhirMsc.Decisions.Tracing;

namespace FhirMsc.Decisions.Applying;

/// <summary>What is remembered while a plan is applied: the trace, and what was looked for in vain. One decision, one thread.</summary>
/// <param name="extent">How much goes into the trace.</param>
internal sealed class RunLog(TraceExtent extent)
{
    private readonly List<TraceStep>? steps = extent == TraceExtent.None ? null : new(48);
    private List<string>? references;
    private List<string>? inputs;
    private List<string>? valueSets;

    /// <summary>Whether resources and value sets are to be named.</summary>
    public bool Explains => extent == TraceExtent.Full;

    /// <summary>Whether steps are to be added.</summary>
    public bool KeepsSteps => steps is not null;

    /// <summary>The trace so far.</summary>
    public IReadOnlyList<TraceStep> Steps => steps ?? [];

    /// <summary>References that led nowhere.</summary>
    public IReadOnlyList<string> References => references ?? [];

    /// <summary>Inputs that were asked for and are not available.</summary>
    public IReadOnlyList<string> Inputs => inputs ?? [];

    /// <summary>Adds a step. Not to be made, nor added, unless <see cref="KeepsSteps"/>.</summary>
    public void Add(TraceStep step) => steps!.Add(step);

    /// <summary>Notes that an input was asked for and is not available.</summary>
    public void MissInput(string name)
    {
        inputs ??= [];
        if (!inputs.Contains(name))
        {
            inputs.Add(name);
        }
    }

    /// <summary>Notes that a reference led nowhere.</summary>
    public void MissReference(string reference)
    {
        references ??= [];
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
