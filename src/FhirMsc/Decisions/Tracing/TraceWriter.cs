using System.Text.Json;

namespace FhirMsc.Decisions.Tracing;

/// <summary>
/// Writes why an answer is what it is, an empty one too: which plan, which condition, which expression gave what on which resource, which value set matched, which
/// place in the guideline. Resources are named by reference and nothing else of a patient is written.
/// </summary>
public static class TraceWriter
{
    /// <summary>Writes an object.</summary>
    /// <param name="plan">The applied plan, with its trace in full.</param>
    /// <param name="json">Where to.</param>
    public static void WriteJson(AppliedPlan plan, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        Optional(json, "plan", plan.Plan?.Canonical);
        Optional(json, "title", plan.Plan?.Title);
        json.WriteString("answer", Answer(plan));
        Array(json, "guideline", plan.Plan?.Places ?? [], place =>
        {
            json.WriteStartObject();
            json.WriteString("recommendation", place.Recommendation);
            Optional(json, "canonical", place.Canonical);
            Optional(json, "place", place.Place);
            Optional(json, "url", place.Url);
            json.WriteEndObject();
        });
        Array(json, "undecided", plan.Undecided, one =>
        {
            json.WriteStartObject();
            json.WriteString("what", one.What);
            json.WriteString("reason", one.Reason);
            Optional(json, "text", one.Text);
            json.WriteEndObject();
        });
        Array(json, "steps", plan.Trace, step => Step(json, step, plan.Plan?.Canonical));
        json.WriteEndObject();
    }

    /// <summary>Writes lines for people.</summary>
    /// <param name="plan">The applied plan, with its trace in full.</param>
    /// <param name="text">Where to.</param>
    public static void WriteText(AppliedPlan plan, TextWriter text)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(text);
        text.WriteLine($"Plan: {plan.Plan?.Title ?? "(none)"} ({plan.Plan?.Canonical ?? "not published"})");
        foreach (var place in plan.Plan?.Places ?? [])
        {
            text.WriteLine($"  Guideline: {place.Recommendation}{(place.Place is null ? string.Empty : $", {place.Place}")}{(place.Url is null ? string.Empty : $", {place.Url}")}");
        }

        text.WriteLine($"Answer: {Answer(plan)}");
        foreach (var one in plan.Undecided)
        {
            text.WriteLine($"  Could not be told: {one.What}: {one.Reason}");
        }

        foreach (var step in plan.Trace)
        {
            text.WriteLine($"{Word(step.Kind)} {step.Name}: {step.Outcome}{(step.Meaning is null ? string.Empty : $" — {step.Meaning}")}");
            Line(text, "expression", step.Expression.ReplaceLineEndings(" "));
            Line(text, "resources", string.Join(", ", step.Resources));
            Line(text, "value sets", string.Join(", ", step.ValueSets));
            Line(text, "not at hand", string.Join(", ", step.Missing));
        }
    }

    /// <summary>The answer in words.</summary>
    private static string Answer(AppliedPlan plan) => (plan.Actions.Count, plan.Undecided.Count) switch
    {
        (0, 0) => "nothing applies",
        (0, _) => "cannot tell",
        (_, 0) => "applies",
        _ => "applies in part; the rest cannot be told",
    };

    private static string Word(TraceKind kind) => kind.ToString().ToLowerInvariant();

    private static void Step(Utf8JsonWriter json, TraceStep step, string? plan)
    {
        json.WriteStartObject();
        json.WriteString("kind", Word(step.Kind));
        json.WriteString("name", step.Name);
        json.WriteString("outcome", step.Outcome);
        Optional(json, "plan", step.Plan == plan ? null : step.Plan);
        Optional(json, "meaning", step.Meaning);
        Optional(json, "expression", step.Expression);
        Array(json, "resources", step.Resources, json.WriteStringValue);
        Array(json, "valueSets", step.ValueSets, json.WriteStringValue);
        Array(json, "missing", step.Missing, json.WriteStringValue);
        json.WriteEndObject();
    }

    private static void Line(TextWriter text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.WriteLine($"    {name}: {value}");
        }
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
