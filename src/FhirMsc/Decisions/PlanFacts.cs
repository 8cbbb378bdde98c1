using System.Globalization;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions;

/// <summary>
/// What is known while one plan is applied to one patient: inputs, answers so far, and why there is no answer where there is none. One decision, one thread.
/// </summary>
internal sealed class PlanFacts
{
    private readonly IReadOnlyList<PlanInput> inputs;
    private readonly PatientData data;
    private readonly Dictionary<string, VariableValue> variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlanQuestion> questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> openQuestions = new(StringComparer.Ordinal);
    private readonly EvaluationContext context;
    private readonly List<TraceStep> trace = [];

    public PlanFacts(IReadOnlyList<PlanInput> inputs, PatientData data, PlanPorts ports)
    {
        this.inputs = inputs;
        this.data = data;
        context = ports.ContextFor(data) with { Variables = variables };
        foreach (var name in inputs.Select(input => input.Id))
        {
            variables[name] = data.Inputs.TryGetValue(name, out var value) && value.Unavailable is null ? VariableValue.Of(value.Resources) : VariableValue.NotAvailable;
        }
    }

    /// <summary>Every expression evaluated so far.</summary>
    public IReadOnlyList<TraceStep> Trace => trace;

    /// <summary>Answers a question and keeps the answer for later expressions.</summary>
    /// <returns>How many items came out; 0 also when there is no answer.</returns>
    public int Answer(PlanQuestion question)
    {
        questions[question.Name] = question;
        var result = question.Expression.Evaluate((Item?)null, context);

        // An input that is not there leaves no answer, even where FHIRPath computes one: exists() on nothing is false, but nobody looked. A question
        // without an answer is empty, and and/or/not() may still come to one.
        var open = IsOpen(result) || (!question.IsSearch && result.Items.Count == 0);
        trace.Add(new TraceStep(question.Name, question.Expression.ToString(), question.Meaning, open ? CannotTell(result) : Outcome(result)));
        if (!open)
        {
            variables[question.Name] = VariableValue.Of(result.Items);
            return result.Items.Count;
        }

        openQuestions[question.Name] = result.UnavailableVariables;
        variables[question.Name] = VariableValue.NotAvailable;
        return 0;
    }

    /// <summary>Evaluates a condition.</summary>
    public PlanAnswer Evaluate(PlanCondition condition)
    {
        var result = condition.Expression.Evaluate((Item?)null, context);
        var answer = IsOpen(result) ? Applicability.CannotTell : result.ToBoolean() switch
        {
            true => Applicability.Applies,
            false => Applicability.DoesNotApply,
            null => Applicability.CannotTell,
        };
        trace.Add(new TraceStep(condition.Path, condition.Expression.ToString(), condition.Meaning, answer == Applicability.CannotTell ? CannotTell(result) : Outcome(result)));
        return new PlanAnswer(answer, result.UnavailableVariables);
    }

    /// <summary>The patient's resources that an expression gives.</summary>
    public IReadOnlyList<Node> Resources(FhirPathExpression expression) =>
        [.. expression.Evaluate((Item?)null, context).Items.Where(item => item.IsNode).Select(item => item.Node)];

    /// <summary>The inputs at the bottom of what could not be told; the question itself where it is not an input that is missing.</summary>
    public IEnumerable<Undecided> Causes(string name)
    {
        if (!openQuestions.TryGetValue(name, out var touched))
        {
            return [Explain(name)];
        }

        var causes = touched.Where(other => other != name).SelectMany(Causes).ToList();
        return causes.Count > 0 ? causes : [Explain(name)];
    }

    /// <summary>One thing that could not be told, in the plan's words.</summary>
    public Undecided Explain(string name)
    {
        if (questions.TryGetValue(name, out var question))
        {
            return new Undecided(name, question.Meaning is null ? "no answer" : $"no answer to: {question.Meaning}", question.CannotTell);
        }

        var reason = data.Inputs.TryGetValue(name, out var value) && value.Unavailable is { } why ? why : "not supplied";
        return new Undecided(name, reason, inputs.FirstOrDefault(input => input.Id == name)?.CannotTell);
    }

    private static string CannotTell(EvaluationResult result) => result.Issue is { } issue ? $"cannot tell: {issue.Kind.Id}" : "cannot tell";

    private static string Outcome(EvaluationResult result) => result.ToBoolean() switch
    {
        true when result.Items[0].AsBoolean() is not null => "true",
        false => "false",
        _ => string.Create(CultureInfo.InvariantCulture, $"{result.Items.Count} found"),
    };

    /// <summary>Whether something that was not at hand took part, so that the result says nothing.</summary>
    private bool IsOpen(EvaluationResult result) =>
        !result.IsOk || result.Untold.Count > 0 || result.UnavailableVariables.Any(name => !questions.TryGetValue(name, out var question) || question.IsSearch);
}
