using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing;

namespace FhirMsc.Decisions;

/// <summary>
/// Compiles the service PlanDefinitions of a catalog. A plan with anything in it that cannot be evaluated is refused as a whole, with all reasons: half a
/// plan would give half an answer.
/// </summary>
public sealed class PlanReader
{
    /// <summary>The extension that makes a PlanDefinition a CDS Hooks service (profile <c>cdshooksserviceplandefinition</c>).</summary>
    private const string Endpoint = "http://hl7.org/fhir/StructureDefinition/cqf-cdsHooksEndpoint";

    private const string Variable = "http://hl7.org/fhir/StructureDefinition/variable";
    private const string QueryPattern = "http://hl7.org/fhir/StructureDefinition/cqf-fhirQueryPattern";


    /// <summary>Extensions of this project; their definitions are in <c>fhir-resources/profiles</c>.</summary>
    private const string Own = "https://fhirmsc.example.org/fhir/StructureDefinition/";

    private const string CannotTell = Own + "cannot-tell";
    private const string OverrideReason = Own + "override-reason";
    private const string ConditionalNote = Own + "conditional-note";

    private readonly List<Issue> issues = [];
    private readonly FhirPathOptions options;
    private readonly PlanPorts ports;

    private PlanReader(FhirPathOptions options, PlanPorts ports)
    {
        this.options = options;
        this.ports = ports;
    }

    /// <summary>Compiles all service plans of a catalog.</summary>
    /// <param name="catalog">The published artifacts; value sets for <c>memberOf()</c> are looked up in it too.</param>
    /// <param name="clock">Time for <c>today()</c> and <c>now()</c>.</param>
    /// <returns>The plans in the catalog's order, and what is wrong with those that were refused.</returns>
    public static (IReadOnlyList<Plan> Plans, IReadOnlyList<Issue> Issues) Read(Catalog catalog, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var ports = new PlanPorts(catalog, clock);
        var plans = new List<Plan>();
        var issues = new List<Issue>();
        foreach (var artifact in catalog.OfType("PlanDefinition").Where(artifact => Extensions(artifact.Tree.Root, Endpoint).Any()))
        {
            var reader = new PlanReader(new FhirPathOptions { Model = FhirModel.For(catalog.Release) }, ports);
            var plan = reader.Read(artifact.Tree.Root);
            issues.AddRange(reader.issues.Select(issue => issue with { Path = $"{artifact.Reference} {issue.Path}" }));
            if (reader.issues.Count == 0)
            {
                plans.Add(plan);
            }
        }

        return (plans, issues);
    }

    private static IEnumerable<Node> Extensions(Node node, string url) => node.ChildrenNamed("extension").Where(extension => Text(extension, "url") == url);

    private static string? Text(Node node, params ReadOnlySpan<string> path)
    {
        foreach (var step in path)
        {
            node = node.Exists ? node.Child(step) : default;
        }

        return node.Exists ? node.Text : null;
    }

    private static string? ExtensionText(Node node, string url) => Extensions(node, url).Select(extension => Text(extension, "valueString")).FirstOrDefault();

    private Plan Read(Node definition)
    {
        var actions = definition.ChildrenNamed("action").ToList();
        var hooks = actions.SelectMany(action => action.ChildrenNamed("trigger")).Where(trigger => Text(trigger, "type") == "named-event").Select(trigger => Text(trigger, "name")).Distinct().ToList();
        if (hooks.Count != 1 || hooks[0] is null)
        {
            issues.Add(PlanIssues.OneHook.At("PlanDefinition.action.trigger", definition.Position, hooks.Count));
        }

        var inputs = actions.SelectMany(action => action.ChildrenNamed("input")).Select(Input).DistinctBy(input => (input.Id, input.Type)).ToList();
        var questions = Extensions(definition, Variable).Select(extension => Question(extension.Child("valueExpression"))).OfType<PlanQuestion>().ToList();
        CheckNames(definition, inputs, questions);
        var compiled = actions.Select(Action).ToList();
        if (issues.Count == 0)
        {
            questions = MarkSearches(inputs, questions);
        }

        return new Plan(definition, hooks.FirstOrDefault() ?? string.Empty, inputs, questions, compiled, ports);
    }

    private PlanInput Input(Node input)
    {
        var id = Text(input, "id");
        var type = Text(input, "type");
        if (id is null || type is null)
        {
            issues.Add(PlanIssues.InputWithoutName.At(NodePath.Of(input), input.Position));
        }

        // Several types of one input are several requirements with the ids name, name-type…; the name is the variable.
        var name = (id ?? string.Empty).Split('-')[0];
        return new PlanInput(name, type ?? string.Empty, ExtensionText(input, QueryPattern), ExtensionText(input, CannotTell));
    }

    private PlanQuestion? Question(Node expression)
    {
        var name = Text(expression, "name");
        if (name is null)
        {
            issues.Add(PlanIssues.NoExpression.At("PlanDefinition.extension", expression.Exists ? expression.Position : null));
            return null;
        }

        return Compile(expression) is { } compiled ? new PlanQuestion(name, compiled, Text(expression, "description"), ExtensionText(expression, CannotTell), IsSearch: false) : null;
    }

    private PlanAction Action(Node action)
    {
        var nested = action.ChildrenNamed("action").ToList();
        return new PlanAction
        {
            Definition = action,
            Conditions = Conditions(action),
            Suggestions = [.. nested.Select(Suggestion)],
            Remarks = [.. Extensions(action, ConditionalNote).Select(Remark).OfType<PlanRemark>()],
            OverrideReasons = [.. Extensions(action, OverrideReason).Select(extension => extension.Child("valueCoding")).Where(coding => coding.Exists)],
        };
    }

    private PlanRemark? Remark(Node note)
    {
        var when = Extensions(note, "when").Select(extension => extension.Child("valueExpression")).FirstOrDefault();
        var text = Extensions(note, "text").Select(extension => Text(extension, "valueMarkdown")).FirstOrDefault();
        return Compile(when) is { } compiled ? new PlanRemark(text ?? string.Empty, new PlanCondition(NodePath.Of(when), compiled, Text(when, "description"))) : null;
    }

    private PlanSuggestion Suggestion(Node action)
    {
        var resource = action.ChildrenNamed("dynamicValue").FirstOrDefault(value => Text(value, "path") == "resource");
        return new PlanSuggestion(
            Text(action, "id") ?? string.Empty,
            Text(action, "title") ?? string.Empty,
            Text(action.Child("type").Child("coding"), "code"),
            Text(action, "description"),
            resource.Exists ? Compile(resource.Child("expression")) : null);
    }

    private List<PlanCondition> Conditions(Node action)
    {
        var conditions = new List<PlanCondition>();
        foreach (var condition in action.ChildrenNamed("condition"))
        {
            if (Text(condition, "kind") != "applicability")
            {
                issues.Add(PlanIssues.ConditionKind.At(NodePath.Of(condition), condition.Position));
            }
            else if (Compile(condition.Child("expression")) is { } compiled)
            {
                conditions.Add(new PlanCondition(NodePath.Of(condition), compiled, Text(condition, "expression", "description")));
            }
        }

        return conditions;
    }

    private FhirPathExpression? Compile(Node expression)
    {
        var text = Text(expression, "expression");
        if (text is null)
        {
            issues.Add(PlanIssues.NoExpression.At(expression.Exists ? NodePath.Of(expression) : "PlanDefinition", expression.Exists ? expression.Position : null));
            return null;
        }

        if (Text(expression, "language") != "text/fhirpath")
        {
            issues.Add(PlanIssues.Language.At(NodePath.Of(expression), expression.Position, Text(expression, "language") ?? "no language"));
            return null;
        }

        var result = FhirPathExpression.Compile(text, options);
        issues.AddRange(result.Issues.Where(issue => issue.IsError).Select(issue => PlanIssues.Expression.At(NodePath.Of(expression), expression.Position, issue.Text)));
        return result.Expression;
    }

    private void CheckNames(Node definition, List<PlanInput> inputs, List<PlanQuestion> questions)
    {
        var twice = questions.Select(question => question.Name).Concat(inputs.Select(input => input.Id).Distinct()).GroupBy(name => name).Where(group => group.Count() > 1);
        issues.AddRange(twice.Select(group => PlanIssues.NameTwice.At("PlanDefinition.extension", definition.Position, group.Key)));
    }

    /// <summary>
    /// With all inputs known and empty, a question answers true or false and a search gives nothing: that tells them apart without a type checker having to
    /// understand every expression.
    /// </summary>
    private List<PlanQuestion> MarkSearches(List<PlanInput> inputs, List<PlanQuestion> questions)
    {
        var nothing = new PatientData { Inputs = inputs.Select(input => input.Id).Distinct().ToDictionary(id => id, _ => InputValue.Known()) };
        var facts = new PlanFacts(inputs, nothing, ports);
        return [.. questions.Select(question => question with { IsSearch = facts.Answer(question) == 0 })];
    }
}
