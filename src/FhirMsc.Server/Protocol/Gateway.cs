using FhirMsc.Hooks.State;
using FhirMsc.Server.Security;
using FhirMsc.Server.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Server.Protocol;

/// <summary>
/// What every request passes on its way to an endpoint: cross-origin headers, the right method, the door, and whatever goes wrong turned into an OperationOutcome. Part of
/// us, not of the host, because hosts have handlers, policies and JSON settings of their own that would change our answers.
/// </summary>
internal sealed partial class Gateway(CrossOrigin crossOrigin, Doorkeeper doorkeeper, RequestTelemetry telemetry, ILogger<Gateway> log)
{
    /// <summary>Seconds after which a call that met an unavailable store may be repeated.</summary>
    private const int RetryAfter = 5;

    /// <summary>Handles one request to a path.</summary>
    /// <param name="context">The request.</param>
    /// <param name="route">Pattern of the path.</param>
    /// <param name="endpoints">The endpoints of the path by method; none for a path that does not exist.</param>
    public Task HandleAsync(HttpContext context, string route, IReadOnlyDictionary<string, IEndpoint> endpoints) =>
        telemetry.RunAsync(context, route, () => HandleAsync(context, endpoints));

    private async Task HandleAsync(HttpContext context, IReadOnlyDictionary<string, IEndpoint> endpoints)
    {
        crossOrigin.Allow(context);
        var answer = await AnswerAsync(context, endpoints).ConfigureAwait(false);
        if (answer is null)
        {
            return;
        }

        if (answer is { Status: >= StatusCodes.Status400BadRequest, ContentType: Answer.FhirJson } && endpoints.Count > 0)
        {
            answer = endpoints.Values.First().InWantedForm(answer, context.Request);
        }

        try
        {
            await answer.SendAsync(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to hear it.
        }
    }

    private async Task<Answer?> AnswerAsync(HttpContext context, IReadOnlyDictionary<string, IEndpoint> endpoints)
    {
        if (endpoints.Count == 0)
        {
            return HttpMethods.IsOptions(context.Request.Method)
                ? CrossOrigin.Preflight(context, "GET, HEAD, POST, OPTIONS")
                : Answer.Refusal(StatusCodes.Status404NotFound, HttpIssues.NoEndpoint.At(string.Empty, null));
        }

        var method = context.Request.Method;
        if (HttpMethods.IsOptions(method))
        {
            return CrossOrigin.Preflight(context, Methods(endpoints, context));
        }

        if (!endpoints.TryGetValue(HttpMethods.IsHead(method) ? HttpMethods.Get : method, out var endpoint))
        {
            context.Response.Headers.Allow = Methods(endpoints, context);
            return Answer.Refusal(StatusCodes.Status405MethodNotAllowed, endpoints.Values.First().WrongMethod.At(string.Empty, null, Methods(endpoints, context)));
        }

        try
        {
            return (endpoint.IsOpen ? null : await doorkeeper.RefuseAsync(context).ConfigureAwait(false)) ?? await endpoint.AnswerAsync(context).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
        catch (BadHttpRequestException exception)
        {
            return Answer.Refusal(exception.StatusCode, Kind(exception.StatusCode).At(string.Empty, null, "the allowed number of"));
        }
        catch (StoreUnavailableException unavailable)
        {
            LogUnavailable(unavailable.Message);
            return Answer.Refusal(StatusCodes.Status503ServiceUnavailable, HttpIssues.Unavailable.At(string.Empty, null)) with { RetryAfter = RetryAfter };
        }
        catch (Exception exception)
        {
            // Messages of exceptions may quote data; type and stack do not.
            LogFailure(endpoint.Route, exception.GetType().FullName, exception.StackTrace);
            return Answer.Refusal(StatusCodes.Status500InternalServerError, HttpIssues.Internal.At(string.Empty, null));
        }
    }

    private static Fhir.Issues.IssueKind Kind(int status) => status switch
    {
        StatusCodes.Status408RequestTimeout => HttpIssues.Timeout,
        StatusCodes.Status413PayloadTooLarge => HttpIssues.TooLarge,
        _ => HttpIssues.BadRequest,
    };

    private static string Methods(IReadOnlyDictionary<string, IEndpoint> endpoints, HttpContext context) =>
        endpoints.Values.First().Allowed(context.Request) ?? string.Join(", ", endpoints.Keys.Order(StringComparer.Ordinal).SelectMany(method => method == HttpMethods.Get ? [HttpMethods.Get, HttpMethods.Head] : new[] { method }).Append(HttpMethods.Options));

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "State is not available, calls that need it get 503: {Reason}")]
    private partial void LogUnavailable(string reason);

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A request to {Route} failed with {Exception} at\n{Stack}")]
    private partial void LogFailure(string route, string? exception, string? stack);
}
