using System.Collections.Frozen;
using FhirMsc.Decisions.Applying;
using FhirMsc.Decisions.Compiling;
using FhirMsc.Decisions.Tracing;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions;

/// <summary>
/// A published PlanDefinition, compiled: which data it wants, what it asks of the data, and what it says. Applying it evaluates exactly the
/// expressions that are published, in FHIRPath; nothing about any guideline is known here. Immutable and safe to share.
/// </summary>
public sealed class Plan
{
    /// <summary>The variable that stands for the patient in every plan.</summary>
    internal const string Subject = "subject";

    private readonly FrozenDictionary<string, PlanQuestion> questions;

    internal Plan(Node definition, FhirRelease release, string? hook, IReadOnlyList<PlanInput> inputs, IReadOnlyList<PlanQuestion> questions, IReadOnlyList<PlanAction> actions, PlanPorts ports)
    {
        Definition = definition;
        Release = release;
        Hook = hook ?? string.Empty;
        Inputs = inputs;
        Questions = questions;
        Actions = actions;
        Ports = ports;
        this.questions = questions.ToFrozenDictionary(question => question.Name, StringComparer.Ordinal);
        var given = inputs.Select(input => input.Id).Append(Subject).Distinct(StringComparer.Ordinal).ToList();
        QuestionsFrom = given.Count;
        Slots = given.Concat(questions.Select(question => question.Name)).Index().ToFrozenDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        Canonical = Text("url") is { } url ? Text("version") is { } version ? $"{url}|{version}" : url : $"PlanDefinition/{Id}";
    }

    /// <summary>The PlanDefinition.</summary>
    public Node Definition { get; }

    /// <summary>The release of FHIR that the plan, and what it proposes, is written in.</summary>
    public FhirRelease Release { get; }

    /// <summary>Logical id, which is also the id of the CDS Hooks service.</summary>
    public string Id => Text("id") ?? string.Empty;

    /// <summary>Canonical URL, with <c>|version</c> if it has one.</summary>
    public string Canonical { get; }

    /// <summary>Name of the hook, from the named event that triggers the plan; empty for a plan that is no service.</summary>
    public string Hook { get; }

    /// <summary>Whether it is a CDS Hooks service.</summary>
    public bool IsService => Hook.Length > 0;

    /// <summary>Publication status: <c>draft</c>, <c>active</c>, <c>retired</c>, <c>unknown</c>.</summary>
    public string Status => Text("status") ?? "unknown";

    /// <summary>Title for people; <see langword="null"/> if the plan has none.</summary>
    public string? Title => Text("title");

    /// <summary>What it does; <see langword="null"/> if the plan does not say.</summary>
    public string? Description => Text("description");

    /// <summary>What a client must know to use it; <see langword="null"/> if the plan does not say.</summary>
    public string? Usage => Text("usage");

    /// <summary>The data that its expressions read, one entry for each <c>action.input</c> and type; what nothing reads is left out.</summary>
    public IReadOnlyList<PlanInput> Inputs { get; }

    /// <summary>Where in the guideline it comes from.</summary>
    public IReadOnlyList<GuidelinePlace> Places { get; internal init; } = [];

    internal IReadOnlyList<PlanQuestion> Questions { get; }

    internal IReadOnlyList<PlanAction> Actions { get; }

    internal PlanPorts Ports { get; }

    /// <summary>The place of each variable in one decision's table: inputs and the subject first, then the questions.</summary>
    internal FrozenDictionary<string, int> Slots { get; }

    /// <summary>The place of the first question.</summary>
    internal int QuestionsFrom { get; }

    /// <summary>The descriptions that actions have for every patient; the same objects that applied actions carry.</summary>
    public IEnumerable<string> Descriptions => Actions.SelectMany(action => action.All).Select(action => action.Words.Description).OfType<string>();

    /// <summary>Applies the plan to one patient.</summary>
    /// <param name="data">What is known.</param>
    public AppliedPlan Apply(PatientData data) => Apply(data, explain: false);

    /// <summary>Applies the plan to one patient.</summary>
    /// <param name="data">What is known.</param>
    /// <param name="explain">Whether there is to be a trace, with the resources and value sets that decided, which takes longer. The answer is the same.</param>
    public AppliedPlan Apply(PatientData data, bool explain) => Apply(data, explain ? TraceExtent.Full : TraceExtent.None);

    /// <summary>The same with as much of a trace as is needed.</summary>
    internal AppliedPlan Apply(PatientData data, TraceExtent extent)
    {
        ArgumentNullException.ThrowIfNull(data);
        return PlanRun.Apply(this, data, extent);
    }

    /// <summary>Everything in the plan that can go one way or the other: questions, conditions, added lines, actions. Named as in a trace.</summary>
    public IEnumerable<(string Name, string? Meaning)> BranchNames()
    {
        var actions = Actions.SelectMany(action => action.All).ToList();
        return Questions.Where(question => !question.IsSetting).Select(question => (question.Name, question.Meaning))
            .Concat(actions.SelectMany(action => action.Conditions).Select(condition => (condition.Path, condition.Meaning)))
            .Concat(actions.SelectMany(action => action.Remarks).Select(remark => (remark.Condition.Path, (string?)remark.Text)))
            .Concat(Actions.Select(action => (action.Path, (string?)action.Words.Title)));
    }

    /// <summary>The same plan with other ports.</summary>
    internal Plan With(PlanPorts ports) => new(Definition, Release, IsService ? Hook : null, Inputs, Questions, Actions, ports) { Places = Places };

    /// <summary>Finds a question.</summary>
    internal PlanQuestion? Question(string name) => questions.GetValueOrDefault(name);

    private string? Text(string name) => Definition.Child(name).Text;
}
