using FhirMsc.Decisions.Applying;
using FhirMsc.Decisions.Proposals;
using FhirMsc.Decisions.Tracing;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Decisions.Compiling;

/// <summary>
/// Compiles one PlanDefinition. A plan with anything in it that cannot be evaluated is refused as a whole, with all reasons: half a plan would give half an
/// answer.
/// </summary>
internal sealed class PlanCompiler(LibraryReader library, List<Issue> issues)
{
    private readonly ExpressionReader expressions = new(new FhirPathOptions { Model = FhirModel.For(library.Catalog.Release) }, issues);

    /// <summary>Compiles it.</summary>
    public Plan Compile(Node definition)
    {
        var actions = definition.ChildrenNamed("action").ToList();
        var isService = definition.Extensions(PlanExtensions.Endpoint).Any();
        var hook = isService ? Hook(definition, actions) : null;
        var inputs = actions.SelectMany(action => InputReader.Read(action, issues)).DistinctBy(input => (input.Id, input.Type)).ToList();
        inputs.ForEach(input => expressions.Declare(input.Id));
        var questions = definition.Extensions(PlanExtensions.Variable).Select(extension => Question(extension.Child("valueExpression"))).OfType<PlanQuestion>().ToList();
        CheckNames(definition, inputs, questions);
        var reader = new ActionReader(expressions, new DefinitionReader(library, expressions, issues), issues, isService, LibraryReader.Topic(definition));
        var compiled = actions.Select(reader.Read).ToList();
        if (issues.Any(issue => issue.IsError))
        {
            return new Plan(definition, library.Catalog.Release, hook, [], [], [], library.Ports);
        }

        var nested = compiled.SelectMany(action => action.All).Select(action => action.Plan).OfType<Plan>().Distinct().ToList();
        var used = DataUse.Of(compiled, questions);
        var read = inputs.Where(input => used.Contains(input.Id)).Concat(nested.SelectMany(plan => plan.Inputs)).DistinctBy(input => (input.Id, input.Type)).ToList();
        return new Plan(definition, library.Catalog.Release, hook, [.. read.Select(input => input with { Query = Prefetch(input, hook) })], Searches(definition, read, questions), compiled, library.Ports)
        {
            Places = PlaceReader.Read(definition, library.Catalog),
        };
    }

    /// <summary>
    /// The query of an input: its own, or one that follows from the requirement. Orders without a query are those of the call itself, where the hook brings orders
    /// along.
    /// </summary>
    private string? Prefetch(PlanInput input, string? hook) =>
        input.Query ?? (hook is null || (hook.StartsWith("order-", StringComparison.Ordinal) && ActivityKind.Find(input.Type) is not null) ? null : RequirementQuery.Of(input.Requirement, library.Catalog));

    private string? Hook(Node definition, List<Node> actions)
    {
        var hooks = actions.SelectMany(action => action.ChildrenNamed("trigger")).Where(trigger => trigger.At("type") == "named-event").Select(trigger => trigger.At("name")).Distinct().ToList();
        if (hooks.Count != 1 || hooks[0] is null)
        {
            issues.Add(PlanIssues.OneHook.At("PlanDefinition.action.trigger", definition.Position, hooks.Count));
        }

        return hooks.FirstOrDefault();
    }

    private PlanQuestion? Question(Node expression)
    {
        var name = expression.At("name");
        if (name is null)
        {
            issues.Add(PlanIssues.NoExpression.At("PlanDefinition.extension", expression.Exists ? expression.Position : null));
            return null;
        }

        var compiled = expressions.Compile(expression);
        expressions.Declare(name);
        if (compiled is null)
        {
            return null;
        }

        var isSetting = expression.Extensions(PlanExtensions.SiteSetting).Any(extension => extension.At("valueBoolean") == "true");
        return new PlanQuestion(name, compiled, expression.At("description"), expression.ExtensionText(PlanExtensions.CannotTell), IsSearch: false)
        {
            Witnesses = expressions.Witnesses(compiled),
            IsSetting = isSetting,
            Setting = isSetting && library.Options.Site?.Settings.TryGetValue(name, out var value) == true ? VariableValue.Of(value) : null,
        };
    }

    private void CheckNames(Node definition, List<PlanInput> inputs, List<PlanQuestion> questions)
    {
        var twice = questions.Select(question => question.Name).Concat(inputs.Select(input => input.Id).Distinct()).GroupBy(name => name).Where(group => group.Count() > 1);
        issues.AddRange(twice.Select(group => PlanIssues.NameTwice.At("PlanDefinition.extension", definition.Position, group.Key)));
    }

    /// <summary>
    /// With all inputs known and empty, a question answers true or false and a search gives nothing: that tells them apart where the form of the expression
    /// does not.
    /// </summary>
    private List<PlanQuestion> Searches(Node definition, List<PlanInput> inputs, List<PlanQuestion> questions)
    {
        var nothing = new PatientData { Inputs = inputs.Select(input => input.Id).Distinct().ToDictionary(id => id, _ => InputValue.Known()) };
        var empty = new Plan(definition, library.Catalog.Release, null, inputs, questions, [], library.Ports);
        var facts = new PlanFacts(empty, nothing, new RunLog(TraceExtent.None));
        return [.. questions.Select(question => question with { IsSearch = !question.Expression.GivesBoolean && (!facts[question.Name].IsAvailable || facts.IsEmpty(question.Name)) })];
    }
}
