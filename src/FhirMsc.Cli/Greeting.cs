using System.Net;
using FhirMsc.Server.Standalone;

namespace FhirMsc.Cli;

/// <summary>What <c>serve</c> says when it is up: where everything is, and what to try first.</summary>
internal sealed class Greeting(TextWriter output)
{
    /// <summary>Prints it.</summary>
    /// <param name="edition">What is served.</param>
    /// <param name="address">Base URL of the server.</param>
    /// <param name="call">A call to try; <see langword="null"/> if there is none.</param>
    /// <param name="options">How it is served.</param>
    public void Print(ServedEdition edition, string address, ExampleCall? call, StandaloneOptions options)
    {
        var (catalog, site) = (edition.Catalog, edition.Site);
        output.WriteLine();
        foreach (var guideline in edition.Guidelines)
        {
            output.WriteLine($"{guideline.Title}, version {guideline.Version}");
        }

        output.WriteLine($"{catalog.Artifacts.Count} FHIR {catalog.Release} resources {(edition.WasVerified ? "published; they were validated at an earlier start, and neither they nor the program have changed" : "validated and published")}.");
        output.WriteLine();
        output.WriteLine($"  CDS Hooks discovery   {address}/cds-services");
        foreach (var service in edition.Services.All)
        {
            output.WriteLine($"    {service.Description.Hook,-20}{address}/cds-services/{service.Description.Id}");
        }

        output.WriteLine($"  FHIR resources        {address}/fhir/{catalog.OfType("PlanDefinition").Select(plan => plan.Reference).FirstOrDefault()}");
        output.WriteLine($"  Health                {address}/health");
        output.WriteLine();
        output.WriteLine(options.Endpoints.Trust.InWords());
        output.WriteLine($"Feedback and used tokens are kept in {(options.Endpoints.Storage is { Postgres: null, File: { } file } ? file : "PostgreSQL")}.");
        output.WriteLine($"FHIR servers that are asked for what a call lacks: {Servers(options)}.");
        if (site is not null)
        {
            output.WriteLine($"Site map: version {site.Version ?? "(none)"}, {site.Count} codes, {site.Settings.Count} settings.");
        }

        output.WriteLine();
        output.WriteLine("In the CDS Hooks sandbox (https://sandbox.cds-hooks.org), choose the gear, \"Add CDS Services\", and paste the discovery URL:");
        output.WriteLine($"  {address}/cds-services");
        if (call is not null && options.Endpoints.Trust.Clients.Count == 0)
        {
            output.WriteLine();
            output.WriteLine("Or call a service yourself:");
            output.WriteLine($"  curl -s {address}/cds-services/{call.Service} -H 'Content-Type: application/json' -d '{call.Request.Replace("'", "'\\''", StringComparison.Ordinal)}'");
        }

        output.WriteLine();
        output.WriteLine("Ctrl+C stops the server.");
        output.Flush();
    }

    private static string Servers(StandaloneOptions options) =>
        string.Join(", ", options.Endpoints.FhirHosts.Concat(IPAddress.IsLoopback(options.Address) ? ["any on this machine (127.0.0.1)"] : []));
}
