using System.Text.Json;
using FhirMsc.Server.Protocol;
using FhirMsc.Server.Publishing;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints;

/// <summary>Says that the server is up and how much it serves: <c>GET {base}/health</c>.</summary>
internal sealed class HealthEndpoint(ServedContent content, PublishOnStart publishing) : IEndpoint
{
    /// <inheritdoc/>
    public string Route => "/health";

    /// <inheritdoc/>
    public string Method => HttpMethods.Get;

    /// <inheritdoc/>
    public bool IsOpen => true;

    /// <inheritdoc/>
    public ValueTask<Answer> AnswerAsync(HttpContext context) => ValueTask.FromResult(Answer.Of(StatusCodes.Status200OK, Answer.Json, output =>
    {
        var served = content.Current;
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("status", "ok");
        json.WriteString("release", served.Catalog.Release.Name);
        json.WriteNumber("services", served.Services.All.Count);
        json.WriteNumber("resources", served.Catalog.Artifacts.Count);
        publishing.WriteTo(json);
        json.WriteEndObject();
    }));
}
