using System.CommandLine;
using FhirMsc.Server;
using FhirMsc.Server.Standalone;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
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
            if (SettingsFiles.Read(error) is not { } files)
            {
                return ExitCode.Usage;
            }

            var settings = options.Read(parsed, files);
            // The server's own parts come up while the content is read.
            var beginning = Task.Run(StandaloneHost.Begin, stop);
            var maker = new EditionMaker(content, settings, parsed.GetValue(options.Drafts), error);
            var (edition, exit) = maker.Make(parsed);
            if (edition is null)
            {
                return exit;
            }

            WebApplication app;
            try
            {
                app = StandaloneHost.Build(await beginning, edition.Catalog, edition.Services, settings.Standalone with { Further = edition.Further, PublishTo = settings.PublishTo is { } target ? new Uri(target) : null });
            }
            catch (ArgumentException e)
            {
                await error.WriteLineAsync($"{e.Message.Split(" (Parameter", 2)[0]} See --help: --fhir-host, --open; and the settings FhirMsc:Trust.");
                return ExitCode.Usage;
            }

            await using var running = app;
            StandaloneHost.Warm(app);
            try
            {
                await app.StartAsync(stop);
            }
            catch (IOException e)
            {
                await error.WriteLineAsync($"{e.Message} Choose another port with --port N, or --port 0 for any that is free.");
                return ExitCode.Findings;
            }

            new Greeting(output).Print(edition, app.Urls.Single(), ExampleCall.Find(edition.Workspace), settings.Standalone);
            edition.Afterwards();
            using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop, app.Lifetime.ApplicationStopping);
            var reloading = settings.Watch
                ? new Reloading(app.Services.GetRequiredService<ServedContent>(), maker, content, parsed, settings.Site, output, error).RunAsync(edition.Workspace, TimeProvider.System, ending.Token)
                : Task.CompletedTask;
            await app.WaitForShutdownAsync(stop);
            await reloading;
            return ExitCode.Fine;
        });
        return command;
    }
}
