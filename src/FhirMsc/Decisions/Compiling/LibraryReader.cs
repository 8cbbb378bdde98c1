using FhirMsc.Decisions.Applying;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing;

namespace FhirMsc.Decisions.Compiling;

/// <summary>Compiles the plans of one catalog, each once, whichever other plan asks for it first.</summary>
internal sealed class LibraryReader(Catalog catalog, PlanPorts ports, PlanOptions options)
{
    private readonly Dictionary<string, (Plan? Plan, IReadOnlyList<Issue> Issues)> plans = new(StringComparer.Ordinal);
    private readonly HashSet<string> reading = new(StringComparer.Ordinal);

    public Catalog Catalog { get; } = catalog;

    public PlanPorts Ports { get; } = ports;

    public PlanOptions Options { get; } = options;

    /// <summary>What was wrong with a plan.</summary>
    public IReadOnlyList<Issue> IssuesOf(string reference) => plans.GetValueOrDefault(reference).Issues ?? [];

    /// <summary>A plan, compiled; <see langword="null"/> if it can't be evaluated, or leads back to itself.</summary>
    /// <param name="reference">Type and id.</param>
    /// <param name="definition">The PlanDefinition.</param>
    public Plan? Plan(string reference, Node definition)
    {
        if (plans.TryGetValue(reference, out var known))
        {
            return known.Plan;
        }

        if (!reading.Add(reference))
        {
            return null;
        }

        var issues = new List<Issue>();
        var plan = new PlanCompiler(this, issues).Compile(definition);
        plans[reference] = (issues.Any(issue => issue.IsError) ? null : plan, [.. issues.Select(issue => issue with { Path = $"{reference} {issue.Path}" })]);
        reading.Remove(reference);
        return plans[reference].Plan;
    }

    /// <summary>The topic of a plan: the first Coding of the first topic.</summary>
    public static Node Topic(Node definition) => definition.Child("topic").Child("coding");
}
