using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions;

/// <summary>One action of a plan, compiled.</summary>
internal sealed record PlanAction
{
    /// <summary>The action.</summary>
    public required Node Definition { get; init; }

    /// <summary>Its conditions, which must all hold.</summary>
    public required IReadOnlyList<PlanCondition> Conditions { get; init; }

    /// <summary>What could be done.</summary>
    public required IReadOnlyList<PlanSuggestion> Suggestions { get; init; }

    /// <summary>Lines that are added when they hold.</summary>
    public required IReadOnlyList<PlanRemark> Remarks { get; init; }

    /// <summary>Reasons for not following the advice, as Codings.</summary>
    public required IReadOnlyList<Node> OverrideReasons { get; init; }

    /// <summary>
    /// Whether the action applies. One condition that fails decides, whatever else is unknown; otherwise one that cannot be told leaves it open.
    /// </summary>
    /// <param name="facts">What is known.</param>
    /// <param name="notes">What could not be told: the cause if the answer is open, or what has to be said with the advice.</param>
    public Applicability Decide(PlanFacts facts, out IReadOnlyList<Undecided> notes)
    {
        var answers = Conditions.Select(facts.Evaluate).ToList();
        var answer = answers.Any(one => one.Applicability == Applicability.DoesNotApply) ? Applicability.DoesNotApply
            : answers.Any(one => one.Applicability == Applicability.CannotTell) ? Applicability.CannotTell
            : Applicability.Applies;
        var open = answers.Where(one => one.Applicability == answer).SelectMany(one => one.Touched).Distinct();
        notes = answer switch
        {
            Applicability.DoesNotApply => [],
            Applicability.CannotTell => [.. open.SelectMany(facts.Causes).DistinctBy(cause => cause.What)],
            _ => [.. open.Select(facts.Explain)],
        };
        return answer;
    }

    /// <summary>The action as it applies to this patient.</summary>
    public AppliedAction Apply(Node plan, PlanFacts facts, IReadOnlyList<Undecided> notes)
    {
        var topic = plan.Child("topic");
        return new AppliedAction
        {
            Id = Text("id") ?? string.Empty,
            Title = Text("title") ?? string.Empty,
            Description = Text("description"),
            Priority = Text("priority") ?? "routine",
            Documentation = [.. Definition.ChildrenNamed("documentation")],
            OverrideReasons = OverrideReasons,
            Topic = topic.Exists ? topic.Child("coding") : default,
            Suggestions = [.. Suggestions.Select(one => new AppliedSuggestion(one.Id, one.Label, one.Type, one.Resource is null ? [] : facts.Resources(one.Resource)) { Description = one.Description })],
            SelectionBehavior = Text("selectionBehavior"),
            Remarks = [.. Remarks.Where(remark => facts.Evaluate(remark.Condition).Applicability == Applicability.Applies).Select(remark => remark.Text)],
            Notes = notes,
        };
    }

    private string? Text(string name) => Definition.Child(name) is { Exists: true } child ? child.Text : null;
}
