using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using FhirMsc.Decisions.Compiling;
using FhirMsc.Decisions.Tracing;
using FhirMsc.Fhir.FhirPath;

namespace FhirMsc.Decisions.Applying;

/// <summary>
/// What is known while one plan is applied to one patient: the inputs, and the answers to the plan's questions. A question is answered when an expression
/// first asks for it, and only then: most patients are done with after two or three. One decision, one thread.
/// </summary>
internal sealed class PlanFacts : IReadOnlyDictionary<string, VariableValue>
{
    /// <summary>The outcomes of most searches.</summary>
    private static readonly string[] Counts = [.. Enumerable.Range(0, 16).Select(Found)];

    private readonly Plan plan;
    private readonly PatientData data;
    private readonly RunLog log;
    private readonly VariableValue?[] values;
    private readonly bool[] asking;

    /// <summary>By the place of a question without an answer, what it would have needed; most patients have none.</summary>
    private Dictionary<int, IReadOnlyList<string>>? open;
    private readonly EvaluationContext context;

    public PlanFacts(Plan plan, PatientData data, RunLog log)
    {
        this.plan = plan;
        this.data = data;
        this.log = log;
        values = new VariableValue?[plan.Slots.Count];
        asking = new bool[plan.Slots.Count];
        context = plan.Ports.ContextFor(data, this, log);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Keys => plan.Slots.Keys;

    /// <inheritdoc/>
    public IEnumerable<VariableValue> Values => Keys.Select(key => this[key]);

    /// <inheritdoc/>
    public int Count => plan.Slots.Count;

    /// <inheritdoc/>
    public VariableValue this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException();

    /// <inheritdoc/>
    public bool ContainsKey(string key) => plan.Slots.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out VariableValue value)
    {
        if (!plan.Slots.TryGetValue(key, out var slot) || asking[slot])
        {
            value = null;
            return false;
        }

        value = values[slot] ??= Find(key, slot);
        if (!value.IsAvailable && slot < plan.QuestionsFrom)
        {
            log.MissInput(key);
        }

        return true;
    }

    /// <summary>Whether a question has an answer that is empty.</summary>
    public bool IsEmpty(string name) => this[name] is { IsAvailable: true } value && value.IsEmpty;

    /// <summary>Evaluates a condition.</summary>
    public PlanAnswer Evaluate(PlanCondition condition, TraceKind kind)
    {
        var before = log.BeginMatches();
        var result = Run(condition.Expression);
        var answer = IsOpen(result) ? Applicability.CannotTell : result.ToBoolean() switch
        {
            true => Applicability.Applies,
            false => Applicability.DoesNotApply,
            null => Applicability.CannotTell,
        };
        var matches = log.EndMatches(before);
        if (log.KeepsSteps)
        {
            log.Add(new TraceStep(condition.Path, condition.Text, condition.Meaning, answer == Applicability.CannotTell ? CannotTell(result) : Outcome(result))
            {
                Plan = plan.Canonical,
                Kind = kind,
                ValueSets = matches,
                Missing = result.UnavailableVariables,
            });
        }

        return new PlanAnswer(answer, result.UnavailableVariables.Count == 0 && answer == Applicability.CannotTell ? [condition.Path] : result.UnavailableVariables, condition.Meaning);
    }

    /// <summary>Evaluates a computed value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="untold">What could not be told of it; <see langword="null"/> if all was told.</param>
    /// <returns>The items; empty also when it could not be told.</returns>
    public IReadOnlyList<Item> Evaluate(DynamicValue value, out Undecided? untold)
    {
        var before = log.BeginMatches();
        var result = Run(value.Expression);
        var isOpen = IsOpen(result);
        var matches = log.EndMatches(before);
        if (log.KeepsSteps)
        {
            log.Add(new TraceStep(value.Place, value.Text, null, isOpen ? CannotTell(result) : Outcome(result))
            {
                Plan = plan.Canonical,
                Kind = TraceKind.Value,
                Resources = log.Explains ? References(result.Items) : [],
                ValueSets = matches,
                Missing = result.UnavailableVariables,
            });
        }

        untold = isOpen ? new Undecided(value.Path, $"the value of '{value.Path}' could not be computed", null) : null;
        return result.IsOk ? result.Items : [];
    }

    /// <summary>The inputs at the bottom of what could not be told; the question itself where it is not an input that is missing.</summary>
    public IEnumerable<Undecided> Causes(string name)
    {
        if (open is null || !plan.Slots.TryGetValue(name, out var slot) || !open.TryGetValue(slot, out var touched))
        {
            return [Explain(name)];
        }

        var causes = touched.Where(other => other != name).SelectMany(Causes).ToList();
        return causes.Count > 0 ? causes : [Explain(name)];
    }

    /// <summary>One thing that could not be told, in the plan's words.</summary>
    public Undecided Explain(string name)
    {
        if (plan.Question(name) is { } question)
        {
            return new Undecided(name, question.Meaning is null ? "no answer" : $"no answer to: {question.Meaning}", question.CannotTell);
        }

        var reason = data.Inputs.TryGetValue(name, out var value) && value.Unavailable is { } why ? why : plan.Slots.ContainsKey(name) ? "not supplied" : "its expression gave neither true nor false";
        return new Undecided(name, reason, plan.Inputs.FirstOrDefault(input => input.Id == name)?.CannotTell);
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, VariableValue>> GetEnumerator() => Keys.Select(key => KeyValuePair.Create(key, this[key])).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string CannotTell(EvaluationResult result) => result.Issue is { } issue ? $"cannot tell: {issue.Kind.Id}" : "cannot tell";

    private static string Outcome(EvaluationResult result) => result.ToBoolean() switch
    {
        true when result.Items[0].AsBoolean() is not null => "true",
        false => "false",
        _ when result.Items.Count < Counts.Length => Counts[result.Items.Count],
        _ => Found(result.Items.Count),
    };

    private static string Found(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} found");

    /// <summary>References to the resources that items are, or are in.</summary>
    private static List<string> References(IEnumerable<Item> items) => [.. items.Where(item => item.IsNode).Select(item => ResourceReference.Of(item.Node)).Distinct()];

    private VariableValue Find(string name, int slot)
    {
        if (slot >= plan.QuestionsFrom)
        {
            return Answer(plan.Questions[slot - plan.QuestionsFrom], slot);
        }

        if (data.Inputs.TryGetValue(name, out var value))
        {
            return value.Unavailable is null ? VariableValue.Of(value.Resources) : VariableValue.NotAvailable;
        }

        return name == Plan.Subject && data.Subject.Exists ? VariableValue.Of([data.Subject]) : VariableValue.NotAvailable;
    }

    private VariableValue Answer(PlanQuestion question, int slot)
    {
        if (question.IsSetting && (data.Settings?.GetValueOrDefault(question.Name) ?? question.Setting) is { } setting)
        {
            if (log.KeepsSteps)
            {
                log.Add(new TraceStep(question.Name, question.Text, question.Meaning, "set by the site") { Plan = plan.Canonical });
            }

            return setting;
        }

        asking[slot] = true;
        var before = log.BeginMatches();
        var result = Run(question.Expression);

        // An input that is not there leaves no answer, even where FHIRPath computes one: exists() on nothing is false, but nobody looked. A question
        // without an answer is empty, and and/or/not() may still come to one.
        var isOpen = IsOpen(result) || (!question.IsSearch && result.Items.Count == 0);
        if (log.KeepsSteps)
        {
            IReadOnlyList<string> resources = log.Explains
                ? References(question.Witnesses is not null && result.ToBoolean() == true ? Run(question.Witnesses).Items : result.Items)
                : [];
            log.Add(new TraceStep(question.Name, question.Text, question.Meaning, isOpen ? CannotTell(result) : Outcome(result))
            {
                Plan = plan.Canonical,
                Resources = resources,
                ValueSets = log.EndMatches(before),
                Missing = result.UnavailableVariables,
            });
        }

        asking[slot] = false;
        if (!isOpen)
        {
            return result.ToVariable();
        }

        (open ??= [])[slot] = result.UnavailableVariables;
        return VariableValue.NotAvailable;
    }

    private EvaluationResult Run(FhirPathExpression expression) => expression.Evaluate(data.Subject, context);

    /// <summary>Whether something that was not at hand took part, so that the result says nothing.</summary>
    private bool IsOpen(EvaluationResult result)
    {
        if (!result.IsOk || result.Untold.Count > 0)
        {
            return true;
        }

        for (var i = 0; i < result.UnavailableVariables.Count; i++)
        {
            var name = result.UnavailableVariables[i];
            if (plan.Question(name) is not { IsSearch: false })
            {
                return true;
            }
        }

        return false;
    }
}
