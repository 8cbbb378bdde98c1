using FhirMsc.Decisions.Applying;
using FhirMsc.Decisions.Compiling;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing;

namespace FhirMsc.Decisions;

/// <summary>All plans of a catalog, compiled once. Immutable and safe to share.</summary>
public sealed class PlanLibrary
{
    private readonly LibraryReader reader;

    private PlanLibrary(LibraryReader reader, IReadOnlyList<Plan> all, IReadOnlyList<Plan> services, IReadOnlyList<Issue> issues, IReadOnlyList<Issue> serviceIssues)
    {
        this.reader = reader;
        All = all;
        Services = services;
        Issues = issues;
        ServiceIssues = serviceIssues;
    }

    /// <summary>Every plan that can be applied, in the catalog's order.</summary>
    public IReadOnlyList<Plan> All { get; }

    /// <summary>Those that answer a hook and may be served.</summary>
    public IReadOnlyList<Plan> Services { get; }

    /// <summary>What is wrong with those that can't be applied.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>What is wrong with those that were to be served.</summary>
    public IReadOnlyList<Issue> ServiceIssues { get; }

    /// <summary>Compiles a catalog.</summary>
    /// <param name="catalog">The published artifacts.</param>
    /// <param name="clock">Time for <c>today()</c> and <c>now()</c>.</param>
    /// <param name="options">What to serve and how; the defaults if <see langword="null"/>.</param>
    public static PlanLibrary Compile(Catalog catalog, TimeProvider clock, PlanOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(clock);
        options ??= new PlanOptions();
        var reader = new LibraryReader(catalog, new PlanPorts(catalog, clock, options.Site), options);
        List<Plan> all = [], services = [];
        List<Issue> issues = [], serviceIssues = [];
        foreach (var artifact in catalog.OfType("PlanDefinition"))
        {
            var plan = reader.Plan(artifact.Reference, artifact.Tree.Root);
            var root = artifact.Tree.Root;
            var isServed = root.Extensions(PlanExtensions.Endpoint).Any() && (options.IncludeInactive || root.At("status") == "active");
            issues.AddRange(reader.IssuesOf(artifact.Reference));
            if (isServed)
            {
                serviceIssues.AddRange(reader.IssuesOf(artifact.Reference));
            }

            if (plan is not null)
            {
                all.Add(plan);
                if (isServed)
                {
                    services.Add(plan);
                }
            }
        }

        return new PlanLibrary(reader, all, services, issues, serviceIssues);
    }

    /// <summary>Compiles a changed PlanDefinition in the surroundings of this library; <see langword="null"/> if it can't be applied.</summary>
    internal Plan? Compile(Node definition)
    {
        var found = new List<Issue>();
        var plan = new PlanCompiler(reader, found).Compile(definition);
        return found.Any(issue => issue.IsError) ? null : plan;
    }

    /// <summary>Finds a plan by its id or its canonical, with or without version.</summary>
    /// <returns>The plan, or <see langword="null"/> if there is none that can be applied.</returns>
    public Plan? Find(string name) =>
        All.FirstOrDefault(plan => plan.Id == name || plan.Canonical == name || (!name.Contains('|', StringComparison.Ordinal) && plan.Canonical.StartsWith(name + "|", StringComparison.Ordinal)));
}
