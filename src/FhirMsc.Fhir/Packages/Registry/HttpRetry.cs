using System.Net.Sockets;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>Repeats requests that failed for a reason that may pass, with pauses that double.</summary>
internal sealed class HttpRetry(RegistryOptions options, TimeProvider clock)
{
    /// <summary>Makes attempts until one succeeds, fails for good, or there have been enough.</summary>
    /// <param name="attempt">One attempt: its number from 1, and how long the server may be silent.</param>
    /// <param name="unreachable">The issue for a server that cannot be reached, or goes silent.</param>
    /// <param name="stop">Ends the work.</param>
    /// <returns>The last attempt's issue; <see langword="null"/> if it succeeded.</returns>
    public async Task<Issue?> RunAsync(Func<int, Patience, Task<Attempt>> attempt, Func<string, Issue> unreachable, CancellationToken stop)
    {
        var delay = options.FirstDelay;
        for (var number = 1; ; number++)
        {
            var result = await OneAsync(number, attempt, unreachable, stop).ConfigureAwait(false);
            if (result.Issue is null || !result.MayRepeat || number >= options.Attempts)
            {
                return result.Issue;
            }

            var pause = result.Pause is { } asked && asked > delay ? asked : delay;
            await Task.Delay(pause < options.LongestDelay ? pause : options.LongestDelay, clock, stop).ConfigureAwait(false);
            delay *= 2;
        }
    }

    private async Task<Attempt> OneAsync(int number, Func<int, Patience, Task<Attempt>> attempt, Func<string, Issue> unreachable, CancellationToken stop)
    {
        using var patience = new Patience(options.Silence, clock, stop);
        try
        {
            return await attempt(number, patience).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Attempt.Again(unreachable($"no answer within {options.Silence.TotalSeconds} seconds"));
        }
        catch (HttpRequestException e)
        {
            // A name that does not exist will not exist in a second either.
            return new Attempt(unreachable(Words(e.HttpRequestError)), e.HttpRequestError != HttpRequestError.NameResolutionError, null);
        }
        catch (HttpIOException e)
        {
            return Attempt.Again(unreachable(Words(e.HttpRequestError)));
        }
        catch (IOException e) when (e.InnerException is SocketException)
        {
            // The network broke off within the body. A file that cannot be written is another matter, and nothing to repeat.
            return Attempt.Again(unreachable(Words(HttpRequestError.ResponseEnded)));
        }
    }

    /// <summary>The framework's words for what happened, without its message, which may name more of this machine than anybody needs.</summary>
    private static string Words(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "there is no such host",
        HttpRequestError.ConnectionError => "no connection",
        HttpRequestError.SecureConnectionError => "no secure connection",
        HttpRequestError.ResponseEnded => "the answer broke off",
        HttpRequestError.ProxyTunnelError => "the proxy refuses",
        _ => "the answer is no valid HTTP",
    };
}
