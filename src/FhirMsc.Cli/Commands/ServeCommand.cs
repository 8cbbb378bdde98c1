using System.CommandLine;
using System.Net;
using FhirMsc.Decisions;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Hooks;
using FhirMsc.Publishing;
using FhirMsc.Server.Standalone;
using Microsoft.Extensions.Hosting;

namespace FhirMsc.Cli.Commands;

/// <summary><c>fhirmsc serve</c>: the main job. Content is read, resources are generated and validated, and their services answer until the process is stopped.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 5080;

    public static Command Create(TextWriter output, TextWriter error)
    {
        var content = new ContentCommand(output, error);
        var port = new Option<int>("--port", "-p") { Description = $"Port to listen at on 127.0.0.1; 0 takes any that is free. Default: {DefaultPort}.", HelpName = "N", DefaultValueFactory = _ => DefaultPort };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && number is < 0 or > IPEndPoint.MaxPort)
            {
                result.AddError($"A port is a number from 0 to {IPEndPoint.MaxPort}, not {number}.");
            }
        });
        var command = new Command("serve", "Builds all guidelines and serves them: CDS Hooks services and the published resources.") { content.Resources, content.Content, port };
        command.SetAction(async (parsed, stop) =>
        {
            var (edition, workspace, exit) = content.Build(parsed, FhirRelease.R4);
            if (edition?.Catalog is not { } catalog)
            {
                return exit;
            }

            if (SettingsFiles.Read(error) is not { } settings)
            {
                return ExitCode.Usage;
            }

            if (Services(catalog, error) is not { } services)
            {
                return ExitCode.Findings;
            }

            await using var app = StandaloneHost.Build(catalog, services, settings.Standalone with { Port = parsed.GetValue(port) });
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
            new Greeting(output).Print(edition, services, address, ExampleCall.Find(workspace!));
            await app.WaitForShutdownAsync(stop);
            return ExitCode.Fine;
        });
        return command;
    }

    /// <summary>All plans of the catalog as services, or nothing if one of them is unusable: a service that quietly went missing would look like silence.</summary>
    private static HookServices? Services(Catalog catalog, TextWriter error)
    {
        var (plans, problems) = PlanReader.Read(catalog, TimeProvider.System);
        var services = HookServices.Create(plans.Select(HookService.For), out var issues);
        foreach (var issue in problems.Concat(issues))
        {
            error.WriteLine(issue);
        }

        return problems.Count > 0 ? null : services;
    }
}
