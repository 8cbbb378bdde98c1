using System.Text.Json;
using FhirMsc.Server.Protocol;
using FhirMsc.Server.Publishing;
using FhirMsc.Server.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace FhirMsc.Server.Endpoints;

/// <summary>
/// Says whether calls should be sent here: <c>GET {base}/health/ready</c>. 503 when calls would be refused: while stopping, and, where clients need tokens, while nobody
/// can tell whether a token was used. A server that is open and only can't keep feedback, or could not publish, goes on giving cards and says that it is degraded.
/// </summary>
internal sealed class ReadyEndpoint(StoreHealth store, FhirMscOptions options, IHostApplicationLifetime lifetime, PublishOnStart publishing) : IEndpoint
{
    /// <inheritdoc/>
    public string Route => "/health/ready";

    /// <inheritdoc/>
    public string Method => HttpMethods.Get;

    /// <inheritdoc/>
    public bool IsOpen => true;

    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(HttpContext context)
    {
        var fault = await store.FaultAsync(context.RequestAborted).ConfigureAwait(false);
        var isStopping = lifetime.ApplicationStopping.IsCancellationRequested;
        var isReady = !isStopping && (fault is null || !options.Trust.NeedsToken);
        return Answer.Of(isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, Answer.Json, output =>
        {
            using var json = new Utf8JsonWriter(output);
            json.WriteStartObject();
            json.WriteString("status", isStopping ? "stopping" : fault is null && publishing.Stage != PublishStage.Failed ? "ok" : isReady ? "degraded" : "unavailable");
            if (fault is not null)
            {
                json.WriteString("state", fault);
            }

            publishing.WriteTo(json);

            json.WriteEndObject();
        });
    }
}
