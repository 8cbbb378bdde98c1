using System.Diagnostics.Metrics;
using System.Net;
using FhirMsc.Hooks.State;
using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Server.Security;

/// <summary>Decides whether a call is answered at all.</summary>
internal sealed partial class Doorkeeper : IDisposable
{
    private readonly TrustOptions options;
    private readonly TokenCheck? tokens;
    private readonly Counter<long> checks;
    private readonly ILogger<Doorkeeper> log;

    public Doorkeeper(FhirMscOptions options, IKeyFetcher fetcher, IEnumerable<IReplayStore> uses, TimeProvider time, IMeterFactory meters, ILogger<Doorkeeper> log)
    {
        this.options = options.Trust;
        this.log = log;
        tokens = options.Trust.NeedsToken ? new TokenCheck(options.Trust, fetcher, uses.Single(), time) : null;
        checks = meters.Create("FhirMsc").CreateCounter<long>("fhirmsc.tokens", "{token}", "Tokens by what came of checking them");
    }

    /// <summary>Checks a call.</summary>
    /// <returns><see langword="null"/> if it is to be answered, else the refusal.</returns>
    public async ValueTask<Answer?> RefuseAsync(HttpContext context)
    {
        if (tokens is null)
        {
            return options.Open || IsLocal(context) ? null : Answer.Refusal(StatusCodes.Status403Forbidden, HttpIssues.LocalOnly.At(string.Empty, null));
        }

        var (fault, issuer) = await tokens.CheckAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        checks.Add(1, new KeyValuePair<string, object?>("result", fault.ToString()));
        switch (fault)
        {
            case TokenFault.None:
                return null;
            case TokenFault.KeysUnavailable:
                LogKeys(issuer);
                return Answer.Refusal(StatusCodes.Status503ServiceUnavailable, HttpIssues.KeysUnavailable.At(string.Empty, null)) with { RetryAfter = (int)Math.Ceiling(options.BetweenFetches.TotalSeconds) };
            default:
                LogRefused(fault, issuer ?? "unknown");
                context.Response.Headers.WWWAuthenticate = "Bearer";
                return Answer.Refusal(StatusCodes.Status401Unauthorized, HttpIssues.NotTrusted.At(string.Empty, null));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => tokens?.Dispose();

    /// <summary>Whether the caller is on this machine, as far as can be told: a proxy on this machine that says so is not the caller.</summary>
    private static bool IsLocal(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        && !context.Request.Headers.ContainsKey("Forwarded") && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("X-Real-IP");

    [LoggerMessage(EventId = 10, Level = LogLevel.Information, Message = "A token was refused ({Fault}) of issuer {Issuer}")]
    private partial void LogRefused(TokenFault fault, string issuer);

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "The keys of issuer {Issuer} cannot be fetched, and its tokens not be checked")]
    private partial void LogKeys(string? issuer);
}
