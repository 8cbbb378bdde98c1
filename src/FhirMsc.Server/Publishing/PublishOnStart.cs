using System.Text.Json;
using FhirMsc.Publishing.Servers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Server.Publishing;

/// <summary>
/// Publishes what is served into a FHIR server, often the host itself, once the host has started. In the background and with patience: it never keeps the host from
/// starting, answering or stopping, and whatever goes wrong is a line in the log and a word in the health answers.
/// </summary>
/// <param name="content">What is served.</param>
/// <param name="open">Opens a server by its base URL, or says why it cannot.</param>
/// <param name="time">The clock of the pauses.</param>
/// <param name="log">The log.</param>
internal sealed partial class PublishOnStart(ServedContent content, ServerOpening open, TimeProvider time, ILogger<PublishOnStart> log)
{
    private const int MostListed = 20;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private volatile PublishStage stage;

    /// <summary>How far it is.</summary>
    public PublishStage Stage => stage;

    /// <summary>Tells it in an answer about health; nothing if nothing is to be published. The server's address is not everybody's business.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        if (stage != PublishStage.None)
        {
            json.WriteString("publishing", stage.ToString().ToLowerInvariant());
        }
    }

    /// <summary>Begins when the host has started, begins anew with each new edition, and ends with the host.</summary>
    /// <param name="lifetime">The host's.</param>
    /// <param name="target">Finds the server's base URL, asked after the start.</param>
    public void StartWith(IHostApplicationLifetime lifetime, Func<Uri?> target)
    {
        stage = PublishStage.Waiting;
        lifetime.ApplicationStarted.Register(() => _ = Task.Run(() => KeepAsync(target, lifetime.ApplicationStopping)));
    }

    /// <summary>Tries until the server has answered for good. Never throws.</summary>
    public async Task RunAsync(Func<Uri?> target, CancellationToken stop)
    {
#pragma warning disable CA1031 // The host is not ours to end, and nobody waits for this task.
        try
        {
            if (target() is { } url)
            {
                await RunAsync(url, stop).ConfigureAwait(false);
            }
            else
            {
                Fail("the host", "it does not say at which address it listens; set FhirMsc:PublishTo to a URL");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The host stops. What is written stays, and the next start goes on from there.
        }
        catch (Exception e)
        {
            // Messages of exceptions may quote data.
            Fail("the server", e.GetType().Name);
        }
#pragma warning restore CA1031
    }

    private async Task KeepAsync(Func<Uri?> target, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var next = content.Replaced;
            await RunAsync(target, stop).ConfigureAwait(false);
            await next.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RunAsync(Uri url, CancellationToken stop)
    {
        var (name, told) = (url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped), string.Empty);
        for (var pause = TimeSpan.FromSeconds(1); await OnceAsync(url, name, stop).ConfigureAwait(false) is { } reason; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            stage = PublishStage.Waiting;
            if (reason != told)
            {
                LogWaiting(name, told = reason);
            }

            await Task.Delay(pause, time, stop).ConfigureAwait(false);
        }
    }

    /// <summary>One try.</summary>
    /// <returns>Why to try again later; <see langword="null"/> if it is over, one way or the other.</returns>
    private async Task<string?> OnceAsync(Uri url, string name, CancellationToken stop)
    {
        var (server, fault) = open(url);
        if (server is null)
        {
            Fail(name, fault!);
            return null;
        }

        using var disposable = server as IDisposable;
        var greeting = await server.CapabilitiesAsync(stop).ConfigureAwait(false);
        if (!greeting.IsOk && !greeting.IsDenied)
        {
            // A host whose FHIR part is not up yet says anything from 404 to 503.
            return greeting.ToString();
        }

        stage = PublishStage.Running;
        var publisher = new Publisher(server);
        var (release, problem) = greeting.IsDenied ? (null, greeting.ToString()) : await publisher.ReleaseAsync(null, stop).ConfigureAwait(false);
        if (release is null)
        {
            Fail(name, problem ?? greeting.ToString());
            return null;
        }

        if (server is RestFhirServer rest)
        {
            rest.Release = release;
        }

        if (content.Current.Stores.Find(release)?.Catalog is not { } catalog)
        {
            Fail(name, $"the content does not pass the gate in FHIR {release.Version}");
            return null;
        }

        var report = await publisher.PublishAsync(catalog, false, stop).ConfigureAwait(false);
        if (report.MayPass)
        {
            return report.Problem;
        }

        Tell(name, report);
        return null;
    }

    private void Tell(string name, PublishReport report)
    {
        int Count(PublishedOutcome outcome) => report.Items.Count(item => item.Outcome == outcome);
        if (report.IsGood)
        {
            stage = PublishStage.Done;
            var (created, updated, unchanged) = (Count(PublishedOutcome.Created), Count(PublishedOutcome.Updated), Count(PublishedOutcome.Unchanged));
            LogDone(name, created, updated, unchanged, report.Way);
            return;
        }

        var bad = report.Items.Where(item => !item.IsGood).ToList();
        foreach (var item in bad.Take(MostListed))
        {
            LogItem(name, item.Reference, item.Detail ?? item.Outcome.ToString());
        }

        Fail(name, report.Problem ?? $"{bad.Count} of {report.Items.Count} resources are not there as they should be");
    }

    private void Fail(string name, string reason)
    {
        stage = PublishStage.Failed;
        LogFailed(name, reason);
    }

    [LoggerMessage(EventId = 30, Level = LogLevel.Information, Message = "Everything is published into {Server}: {Created} created, {Updated} updated, {Unchanged} unchanged ({Way})")]
    private partial void LogDone(string server, int created, int updated, int unchanged, string way);

    [LoggerMessage(EventId = 31, Level = LogLevel.Warning, Message = "Publishing into {Server} waits and tries again: {Reason}")]
    private partial void LogWaiting(string server, string reason);

    [LoggerMessage(EventId = 32, Level = LogLevel.Error, Message = "Not published into {Server}: {Reason}")]
    private partial void LogFailed(string server, string reason);

    [LoggerMessage(EventId = 33, Level = LogLevel.Error, Message = "Not published into {Server}: {Resource}: {Reason}")]
    private partial void LogItem(string server, string resource, string reason);
}
