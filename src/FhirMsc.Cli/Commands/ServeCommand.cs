using System.CommandLine;
using FhirMsc.Decisions;
using FhirMsc.Decisions.Sites;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Hooks;
using FhirMsc.Publishing;
using FhirMsc.Server.Standalone;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc serve</c>: the main job. Content is read, resources are generated and validated, and their services answer until the process is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(output, error);
        var options = new ServeOptions();
        var command = new Command("serve", "Builds all guidelines and serves them: CDS Hooks services and the published resources.") { content.Resources, content.Content };
        options.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var (edition, workspace, exit) = content.Build(parsed, FhirRelease.R4);
            if (edition?.Catalog is not { } catalog)
            {
                return exit;
            }

            if (SettingsFiles.Read(error) is not { } files)
            {
                return ExitCode.Usage;
            }

            var (isRead, site) = Site(parsed.GetValue(options.Site), catalog, error);
            if (!isRead || Services(catalog, new PlanOptions { Site = site, IncludeInactive = parsed.GetValue(options.Drafts) }, error) is not { } services)
            {
                return ExitCode.Findings;
            }

            var settings = options.Read(parsed, files.Standalone);
            WebApplication app;
            try
            {
                app = StandaloneHost.Build(catalog, services, settings);
            }
            catch (ArgumentException e)
            {
                await error.WriteLineAsync($"{e.Message.Split(" (Parameter", 2)[0]} Use --fhir-host ORIGIN.");
                return ExitCode.Usage;
            }

            await using var running = app;
            try
            {
                await app.StartAsync(stop);
            }
            catch (IOException e)
            {
                await error.WriteLineAsync($"{e.Message} Choose another port with --port N, or --port 0 for any that is free.");
                return ExitCode.Findings;
            }

            var address = app.Urls.Single();
            new Greeting(output).Print(edition, services, address, ExampleCall.Find(workspace!), settings, site);
            await app.WaitForShutdownAsync(stop);
            return ExitCode.Fine;
        });
        return command;
    }

    private static (bool IsRead, SiteMap? Map) Site(string? file, Catalog catalog, TextWriter error)
    {
        if (file is null)
        {
            return (true, null);
        }

        if (!File.Exists(file))
        {
            error.WriteLine($"There is no file '{file}'.");
            return (false, null);
        }

        var (map, issues) = SiteMapReader.Read(File.ReadAllBytes(file), file, catalog);
        foreach (var issue in issues)
        {
            error.WriteLine(issue);
        }

        return (map is not null, map);
    }

    /// <summary>All plans of the catalog as services, or nothing if one of them is unusable: a service that quietly went missing would look like silence.</summary>
    private static HookServices? Services(Catalog catalog, PlanOptions options, TextWriter error)
    {
        var (plans, problems) = PlanReader.Read(catalog, TimeProvider.System, options);
        var services = HookServices.Create(plans.Select(HookService.For), out var issues);
        foreach (var issue in problems.Concat(issues))
        {
            error.WriteLine(issue);
        }

        return problems.Count > 0 ? null : services;
    }
}
