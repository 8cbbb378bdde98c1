using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions;

/// <summary>
/// A published service PlanDefinition, compiled: which data it wants, what it asks of the data, and what it says. Applying it evaluates exactly the
/// expressions that are published, in FHIRPath; nothing about any guideline is known here. Immutable and safe to share.
/// </summary>
public sealed class Plan
{
    private readonly IReadOnlyList<PlanQuestion> questions;
    private readonly IReadOnlyList<PlanAction> actions;
    private readonly PlanPorts ports;

    internal Plan(Node definition, string hook, IReadOnlyList<PlanInput> inputs, IReadOnlyList<PlanQuestion> questions, IReadOnlyList<PlanAction> actions, PlanPorts ports)
    {
        Definition = definition;
        Hook = hook;
        Inputs = inputs;
        this.questions = questions;
        this.actions = actions;
        this.ports = ports;
    }

    /// <summary>The PlanDefinition.</summary>
    public Node Definition { get; }

    /// <summary>Logical id, which is also the id of the CDS Hooks service.</summary>
    public string Id => Text("id") ?? string.Empty;

    /// <summary>Name of the hook, from the named event that triggers the plan.</summary>
    public string Hook { get; }

    /// <summary>Title for people; <see langword="null"/> if the plan has none.</summary>
    public string? Title => Text("title");

    /// <summary>What it does; <see langword="null"/> if the plan does not say.</summary>
    public string? Description => Text("description");

    /// <summary>What a client must know to use it; <see langword="null"/> if the plan does not say.</summary>
    public string? Usage => Text("usage");

    /// <summary>The data it wants, one entry for each <c>action.input</c>.</summary>
    public IReadOnlyList<PlanInput> Inputs { get; }

    /// <summary>Applies the plan to one patient.</summary>
    /// <param name="data">What is known.</param>
    public AppliedPlan Apply(PatientData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var facts = new PlanFacts(Inputs, data, ports);
        foreach (var question in questions)
        {
            facts.Answer(question);
        }

        var applied = new List<AppliedAction>();
        var undecided = new List<Undecided>();
        foreach (var action in actions)
        {
            switch (action.Decide(facts, out var notes))
            {
                case Applicability.Applies:
                    applied.Add(action.Apply(Definition, facts, notes));
                    break;
                case Applicability.CannotTell:
                    undecided.AddRange(notes);
                    break;
                default:
                    break;
            }
        }

        return new AppliedPlan { Actions = applied, Undecided = [.. undecided.DistinctBy(one => one.What)], Trace = facts.Trace };
    }

    private string? Text(string name) => Definition.Child(name) is { Exists: true } child ? child.Text : null;
}
