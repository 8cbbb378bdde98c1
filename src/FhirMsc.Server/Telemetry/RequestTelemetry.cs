using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Telemetry;

/// <summary>
/// A span and a duration for each request, of source and meter <c>FhirMsc</c>. What they say is a closed list of words: route pattern, method, status. No path, query, header,
/// body or message of an exception, any of which may hold a patient's data; of the caller's trace context only the two numbers (https://www.w3.org/TR/trace-context/),
/// not <c>tracestate</c> and <c>baggage</c>, which are free text.
/// </summary>
internal sealed class RequestTelemetry : IDisposable
{
    /// <summary>Name of the source and of the meter.</summary>
    public const string Name = "FhirMsc";

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"];

    private readonly ActivitySource source = new(Name);
    private readonly Histogram<double> durations;
    private readonly TimeProvider time;

    public RequestTelemetry(IMeterFactory meters, TimeProvider time)
    {
        this.time = time;
        durations = meters.Create(Name).CreateHistogram<double>("fhirmsc.request.duration", "s", "Time from the head of a request to the end of its answer");
    }

    /// <summary>Handles a request inside a span.</summary>
    /// <param name="context">The request.</param>
    /// <param name="route">Pattern of its path.</param>
    /// <param name="handle">Handles it.</param>
    public async Task RunAsync(HttpContext context, string route, Func<Task> handle)
    {
        var started = time.GetTimestamp();
        var method = Array.IndexOf(Methods, context.Request.Method) >= 0 ? context.Request.Method : "_OTHER";
        var outer = Activity.Current;
        Activity.Current = null;
        using var span = source.HasListeners() ? source.StartActivity($"{method} {route}", ActivityKind.Server, Caller(context.Request)) : null;
        try
        {
            await handle().ConfigureAwait(false);
        }
        finally
        {
            var status = context.Response.StatusCode;
            span?.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", status);
            if (status >= 500)
            {
                span?.SetStatus(ActivityStatusCode.Error);
            }

            durations.Record(time.GetElapsedTime(started).TotalSeconds, new("http.request.method", method), new("http.route", route), new("http.response.status_code", status));
            Activity.Current = outer;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();

    private static ActivityContext Caller(HttpRequest request) =>
        request.Headers.TraceParent is { Count: 1 } parent && ActivityContext.TryParse(parent[0], null, isRemote: true, out var context) ? context : default;
}
