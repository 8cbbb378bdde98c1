using System.Text.Json;
using System.Text.Json.Nodes;
using FhirMsc.Decisions;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing;

namespace FhirMsc.Cases.Mutation;

/// <summary>
/// Makes the mutants of the service plans of a library: a condition dropped, an expression changed, a line or an exception turned round, a code taken out of a value
/// set. One expression that stands in several plans is changed in all of them at once.
/// </summary>
internal sealed class MutantMaker
{
    private readonly PlanLibrary library;
    private readonly Catalog catalog;
    private readonly List<(Plan Plan, string Json)> plans;

    public MutantMaker(PlanLibrary library, Catalog catalog)
    {
        this.library = library;
        this.catalog = catalog;
        plans = [.. library.Services.Select(plan => (plan, Bare(plan.Definition)))];
    }

    /// <summary>All mutants.</summary>
    public IEnumerable<Mutant> All() => Expressions().Concat(Conditions()).Concat(Codes());

    /// <summary>The plan without what has no part in deciding.</summary>
    private static string Bare(Node definition)
    {
        var json = JsonNode.Parse(JsonWriter.Write(definition))!.AsObject();
        json.Remove("text");
        json.Remove("relatedArtifact");
        return json.ToJsonString();
    }

    private IEnumerable<Mutant> Expressions()
    {
        var valueSets = catalog.OfType("ValueSet").Select(set => $"{set.Url}|{set.Version}").ToList();
        var variables = plans.SelectMany(plan => Variables(JsonNode.Parse(plan.Json)!)).Select(variable => (Name: variable["name"]!.GetValue<string>(), Text: variable["expression"]!.GetValue<string>())).Distinct();
        foreach (var (name, text) in variables)
        {
            foreach (var (change, changed) in ExpressionMutations.Of(text, valueSets))
            {
                yield return new Mutant($"{name}: {change}", () => Changed(root =>
                {
                    var variable = Variables(root).FirstOrDefault(variable => variable["name"]!.GetValue<string>() == name);
                    if (variable is null)
                    {
                        return false;
                    }

                    variable["expression"] = changed;
                    return true;
                }));
            }
        }
    }

    private IEnumerable<Mutant> Conditions()
    {
        var places = plans.SelectMany(plan => Actions(JsonNode.Parse(plan.Json)!)
            .SelectMany(action => Enumerable.Range(0, action["condition"]?.AsArray().Count ?? 0).Select(at => (Id: action["id"]!.GetValue<string>(), At: at)))).Distinct();
        foreach (var (id, at) in places)
        {
            yield return new Mutant($"{id}, condition {at + 1}: dropped", () => Changed(root => Condition(root, id, at, (conditions, _) => conditions.RemoveAt(at))));
            yield return new Mutant($"{id}, condition {at + 1}: turned round", () => Changed(root => Condition(root, id, at, (_, condition) =>
                condition["expression"]!["expression"] = $"({condition["expression"]!["expression"]!.GetValue<string>()}).not()")));
        }

        foreach (var note in new[] { 0, 1 })
        {
            yield return new Mutant($"added line {note + 1}: dropped", () => Changed(root =>
            {
                var extensions = root["action"]![0]!["extension"]!.AsArray();
                var notes = extensions.Where(extension => extension!["url"]!.GetValue<string>().EndsWith("conditional-note", StringComparison.Ordinal)).ToList();
                return note < notes.Count && extensions.Remove(notes[note]);
            }));
        }
    }

    private static IEnumerable<JsonNode> Actions(JsonNode root) => root["action"]!.AsArray().Select(action => action!);

    /// <summary>Changes one condition of an action of that id, if the plan has it.</summary>
    private static bool Condition(JsonNode root, string id, int at, Action<JsonArray, JsonNode> change)
    {
        if (Actions(root).FirstOrDefault(action => action["id"]!.GetValue<string>() == id)?["condition"]?.AsArray() is not { } conditions || at >= conditions.Count)
        {
            return false;
        }

        change(conditions, conditions[at]!);
        return true;
    }

    /// <summary>One mutant for each code that a plan's expressions may meet.</summary>
    private IEnumerable<Mutant> Codes()
    {
        var used = plans.SelectMany(plan => Variables(JsonNode.Parse(plan.Json)!)).Select(variable => variable["expression"]!.GetValue<string>()).ToList();
        foreach (var set in catalog.OfType("ValueSet").Where(set => used.Any(text => text.Contains($"'{set.Url}|", StringComparison.Ordinal))))
        {
            foreach (var include in set.Tree.Root.Child("compose").ChildrenNamed("include"))
            {
                foreach (var concept in include.ChildrenNamed("concept"))
                {
                    var (system, code) = (include.Child("system").Text!, concept.Child("code").Text!);
                    yield return new Mutant($"{set.Id}: without {code}", () => [.. plans.Select(plan => plan.Plan.With(plan.Plan.Ports.Without(set.Url!, system, code)))]);
                }
            }
        }
    }

    private static IEnumerable<JsonNode> Variables(JsonNode root) => root["extension"]!.AsArray()
        .Where(extension => extension!["url"]!.GetValue<string>().EndsWith("/variable", StringComparison.Ordinal))
        .Select(extension => extension!["valueExpression"]!);

    private List<Plan> Changed(Func<JsonNode, bool> change)
    {
        var changed = new List<Plan>();
        foreach (var (_, json) in plans)
        {
            var root = JsonNode.Parse(json)!;
            if (change(root) && JsonParser.Parse(JsonSerializer.SerializeToUtf8Bytes(root)).Tree is { } tree && library.Compile(tree.Root) is { } plan)
            {
                changed.Add(plan);
            }
        }

        return changed;
    }
}
