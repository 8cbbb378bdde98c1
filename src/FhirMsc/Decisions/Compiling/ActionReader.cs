using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Compiling;

/// <summary>Compiles the actions of one plan.</summary>
/// <param name="expressions">Compiles expressions.</param>
/// <param name="definitions">Finds what actions propose.</param>
/// <param name="issues">Gets what is wrong.</param>
/// <param name="isService">Whether the plan answers a hook.</param>
/// <param name="topic">The plan's topic, which every action carries.</param>
internal sealed class ActionReader(ExpressionReader expressions, DefinitionReader definitions, List<Issue> issues, bool isService, Node topic)
{
    /// <summary>Compiles an action with all below it.</summary>
    public PlanAction Read(Node action)
    {
        var path = NodePath.Of(action);
        var id = action.At("id") ?? path;
        var (activity, plan) = definitions.Read(action);
        return new PlanAction
        {
            Definition = action,
            Id = id,
            Path = path,
            Words = Words(action, id),
            Events = Events(action),
            Conditions = Conditions(action),
            Remarks = [.. action.Extensions(PlanExtensions.ConditionalNote).Select(Remark).OfType<PlanRemark>()],
            DynamicValues = [.. DynamicValues(action)],
            Activity = activity,
            Plan = plan,
            Actions = [.. action.ChildrenNamed("action").Select(Read)],
        };
    }

    private AppliedAction Words(Node action, string id) => new()
    {
        Id = id,
        Title = action.At("title") ?? string.Empty,
        Description = action.At("description"),
        Priority = action.At("priority") ?? "routine",
        Type = action.At("type", "coding", "code"),
        Documentation = [.. action.ChildrenNamed("documentation")],
        OverrideReasons = [.. action.Extensions(PlanExtensions.OverrideReason).Select(extension => extension.Child("valueCoding")).Where(coding => coding.Exists)],
        Topic = topic,
        Behaviors = new ActionBehaviors(
            action.At("groupingBehavior"),
            action.At("selectionBehavior"),
            action.At("requiredBehavior"),
            action.At("precheckBehavior"),
            action.At("cardinalityBehavior")),
        Definition = action,
    };

    /// <summary>Names of events; a trigger of another kind makes the action wait for something that no caller reports, so it belongs to no event.</summary>
    private static List<string>? Events(Node action)
    {
        var triggers = action.ChildrenNamed("trigger").ToList();
        return triggers.Count == 0 ? null : [.. triggers.Where(trigger => trigger.At("type") == "named-event").Select(trigger => trigger.At("name")).OfType<string>()];
    }

    private PlanRemark? Remark(Node note)
    {
        var when = note.Extensions("when").Select(extension => extension.Child("valueExpression")).FirstOrDefault();
        var text = note.Extensions("text").Select(extension => extension.At("valueMarkdown")).FirstOrDefault();
        return expressions.Compile(when) is { } compiled ? new PlanRemark(text ?? string.Empty, new PlanCondition(NodePath.Of(when), compiled, when.At("description"))) : null;
    }

    private IEnumerable<DynamicValue> DynamicValues(Node owner)
    {
        foreach (var value in owner.ChildrenNamed("dynamicValue"))
        {
            if (value.At("path") is { } path && expressions.Compile(value.Child("expression")) is { } compiled)
            {
                yield return new DynamicValue(path, NodePath.Of(value), compiled);
            }
        }
    }

    /// <summary>
    /// Conditions of kind start and stop say when to do what was decided, so they are carried over into the result. A hook can't wait for them: a service with
    /// one would never act as its author means.
    /// </summary>
    private List<PlanCondition> Conditions(Node action)
    {
        var conditions = new List<PlanCondition>();
        foreach (var condition in action.ChildrenNamed("condition"))
        {
            if (condition.At("kind") != "applicability")
            {
                if (isService || condition.At("kind") is not ("start" or "stop"))
                {
                    issues.Add(PlanIssues.ConditionKind.At(NodePath.Of(condition), condition.Position));
                }
            }
            else if (expressions.Compile(condition.Child("expression")) is { } compiled)
            {
                conditions.Add(new PlanCondition(NodePath.Of(condition), compiled, condition.At("expression", "description")));
            }
        }

        return conditions;
    }
}
