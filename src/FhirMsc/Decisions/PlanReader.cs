using FhirMsc.Fhir.Issues;
using FhirMsc.Publishing;

namespace FhirMsc.Decisions;

/// <summary>Compiles the service plans of a catalog.</summary>
public static class PlanReader
{
    /// <summary>Compiles all service plans of a catalog.</summary>
    /// <param name="catalog">The published artifacts; value sets for <c>memberOf()</c> are looked up in it too.</param>
    /// <param name="clock">Time for <c>today()</c> and <c>now()</c>.</param>
    /// <param name="options">What to serve and how; the defaults if <see langword="null"/>.</param>
    /// <returns>The plans in the catalog's order, and what is wrong with those that were refused.</returns>
    public static (IReadOnlyList<Plan> Plans, IReadOnlyList<Issue> Issues) Read(Catalog catalog, TimeProvider clock, PlanOptions? options = null)
    {
        var library = PlanLibrary.Compile(catalog, clock, options);
        return (library.Services, library.ServiceIssues);
    }
}
