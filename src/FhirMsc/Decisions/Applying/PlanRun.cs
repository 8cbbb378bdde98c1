using FhirMsc.Decisions.Compiling;
using FhirMsc.Decisions.Tracing;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Applying;

/// <summary>
/// PlanDefinition <c>$apply</c> (https://hl7.org/fhir/R4/plandefinition-operation-apply.html, and the page on PlanDefinition, "Applying a PlanDefinition"):
/// conditions decide which actions stay, values are computed, definitions are applied in turn. The one evaluator behind both the Bundle of requests and the cards.
/// </summary>
internal static class PlanRun
{
    /// <summary>Applies a plan.</summary>
    public static AppliedPlan Apply(Plan plan, PatientData data, TraceExtent extent)
    {
        var log = new RunLog(extent);
        var undecided = new List<Undecided>();
        var actions = Apply(plan, data, log, undecided);
        var isOpen = actions.Count > 0 || undecided.Count > 0;
        return new AppliedPlan
        {
            Plan = plan,
            Actions = actions,
            Undecided = undecided.Count == 0 ? [] : [.. undecided.DistinctBy(one => one.What)],
            Trace = log.Steps,
            WantedInputs = isOpen ? log.Inputs : [],
            WantedReferences = isOpen ? log.References : [],
        };
    }

    private static List<AppliedAction> Apply(Plan plan, PatientData data, RunLog log, List<Undecided> undecided)
    {
        var facts = new PlanFacts(plan, data, log);
        return Apply(plan, plan.Actions, facts, data, log, undecided);
    }

    private static List<AppliedAction> Apply(Plan plan, IReadOnlyList<PlanAction> actions, PlanFacts facts, PatientData data, RunLog log, List<Undecided> undecided)
    {
        var applied = new List<AppliedAction>(actions.Count);
        for (var i = 0; i < actions.Count; i++)
        {
            var action = actions[i];
            if (data.Event is { } name && action.Events is { } events && !events.Contains(name))
            {
                Trace(plan, action, log, "not triggered");
                continue;
            }

            switch (Decide(action, facts, out var notes))
            {
                case Applicability.Applies:
                    Trace(plan, action, log, "applies");
                    applied.Add(Apply(plan, action, facts, data, log, notes ?? []));
                    break;
                case Applicability.CannotTell:
                    Trace(plan, action, log, "cannot tell");
                    undecided.AddRange(notes ?? []);
                    break;
                default:
                    Trace(plan, action, log, "does not apply");
                    break;
            }
        }

        return applied;
    }

    /// <summary>
    /// "All conditions of kind applicability must hold" (PlanDefinition.action.condition). One that fails decides, whatever else is unknown, so nothing behind
    /// it is asked; otherwise one that cannot be told leaves it open.
    /// </summary>
    private static Applicability Decide(PlanAction action, PlanFacts facts, out List<Undecided>? notes)
    {
        notes = null;
        var isOpen = false;
        List<PlanAnswer>? touching = null;
        for (var i = 0; i < action.Conditions.Count; i++)
        {
            var condition = action.Conditions[i];
            var answer = facts.Evaluate(condition, TraceKind.Condition);
            if (answer.Applicability == Applicability.DoesNotApply)
            {
                return Applicability.DoesNotApply;
            }

            isOpen |= answer.Applicability == Applicability.CannotTell;
            if (answer.Touched.Count > 0)
            {
                (touching ??= []).Add(answer);
            }
        }

        if (touching is not null)
        {
            var told = touching.Where(answer => isOpen == (answer.Applicability == Applicability.CannotTell)).SelectMany(answer => answer.Touched).Distinct();
            notes = [.. isOpen ? told.SelectMany(facts.Causes).DistinctBy(cause => cause.What) : told.Select(facts.Explain)];
        }

        return isOpen ? Applicability.CannotTell : Applicability.Applies;
    }

    private static AppliedAction Apply(Plan plan, PlanAction action, PlanFacts facts, PatientData data, RunLog log, List<Undecided> notes)
    {
        List<string>? remarks = null;
        foreach (var remark in action.Remarks)
        {
            var answer = facts.Evaluate(remark.Condition, TraceKind.Remark);
            if (answer.Applicability == Applicability.Applies)
            {
                (remarks ??= []).Add(remark.Text);
            }
            else if (answer.Applicability == Applicability.CannotTell)
            {
                notes.AddRange(answer.Touched.SelectMany(facts.Causes));
            }
        }

        IReadOnlyList<Node> resources = [];
        List<ComputedValue>? own = null, proposed = null;
        foreach (var value in action.DynamicValues)
        {
            var items = facts.Evaluate(value, out var untold);
            if (untold is not null)
            {
                notes.Add(untold);
            }

            if (value.Path == "resource")
            {
                resources = Nodes(items);
            }
            else if (items.Count > 0)
            {
                var computed = new ComputedValue(value.Path, items);
                if (action.Activity?.Has(value.Path) == true)
                {
                    (proposed ??= []).Add(computed);
                }
                else
                {
                    (own ??= []).Add(computed);
                }
            }
        }

        var nested = Apply(plan, action.Actions, facts, data, log, notes);
        if (action.Plan is { } other)
        {
            nested.AddRange(Apply(other, data with { Event = null }, log, notes));
        }

        return Computed(action.Words, own ?? []) with
        {
            Actions = nested,
            Resources = resources,
            Proposal = action.Activity?.Propose(action.Id, data, facts, proposed ?? [], notes),
            Computed = own ?? [],
            Remarks = remarks ?? [],
            Notes = notes.Count == 0 ? [] : [.. notes.DistinctBy(note => note.What)],
        };
    }

    private static List<Node> Nodes(IReadOnlyList<Item> items)
    {
        var nodes = new List<Node>(items.Count);
        foreach (var item in items)
        {
            if (item.IsNode)
            {
                nodes.Add(item.Node);
            }
        }

        return nodes;
    }

    /// <summary>Puts computed values in the place of the words that the plan has.</summary>
    private static AppliedAction Computed(AppliedAction words, IReadOnlyList<ComputedValue> values)
    {
        foreach (var value in values)
        {
            var text = value.Items[0].ToString();
            words = value.Path switch
            {
                "title" => words with { Title = text },
                "description" => words with { Description = text },
                "priority" => words with { Priority = text },
                _ => words,
            };
        }

        return words;
    }

    private static void Trace(Plan plan, PlanAction action, RunLog log, string outcome)
    {
        if (log.KeepsSteps)
        {
            log.Add(new TraceStep(action.Path, string.Empty, action.Words.Title, outcome) { Plan = plan.Canonical, Kind = TraceKind.Action });
        }
    }
}
