using FhirMsc.Decisions;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Hooks;
using FhirMsc.Publishing;
using FhirMsc.Server.Standalone;
using FhirMsc.Server.Tests.Cli;
using Microsoft.AspNetCore.Builder;

namespace FhirMsc.Server.Tests.Calls;

/// <summary>A standalone server with the guidelines of this repository, built the whole way from their content.</summary>
public sealed class GuidelineServer : IAsyncLifetime
{
    private WebApplication? app;

    public HttpClient Client { get; } = new();

    public HookServices? Services { get; private set; }

    public async Task InitializeAsync()
    {
        var content = Directory.EnumerateFiles(Path.Combine(Tool.Root, "fhir-resources", "content"), "*.yaml").Where(file => !file.EndsWith(".cases.yaml", StringComparison.Ordinal)).ToList();
        var catalog = EditionBuilder.Build(content, FhirRelease.R4).Catalog ?? throw new InvalidOperationException("The committed content does not pass the gate.");
        var (plans, problems) = PlanReader.Read(catalog, new DayOfTheCalls());
        Assert.Empty(problems);
        Services = HookServices.Create(plans.Select(HookService.For), out var issues);
        Assert.Empty(issues);
        app = StandaloneHost.Build(catalog, Services!, new StandaloneOptions { Port = 0 });
        await app.StartAsync();
        Client.BaseAddress = new Uri(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    /// <summary>The calls were made on this day: ages and running studies depend on it.</summary>
    private sealed class DayOfTheCalls : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2021, 5, 2, 14, 0, 0, TimeSpan.Zero);
    }
}
