using System.Buffers;
using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints;

/// <summary>Says that the process answers, and nothing else: <c>GET {base}/health/live</c>. Whoever restarts a server that hangs asks here.</summary>
internal sealed class LiveEndpoint : IEndpoint
{
    /// <inheritdoc/>
    public string Route => "/health/live";

    /// <inheritdoc/>
    public string Method => HttpMethods.Get;

    /// <inheritdoc/>
    public bool IsOpen => true;

    /// <inheritdoc/>
    public ValueTask<Answer> AnswerAsync(HttpContext context) => ValueTask.FromResult(Answer.Of(StatusCodes.Status200OK, Answer.Json, output => output.Write("""{"status":"ok"}"""u8)));
}
