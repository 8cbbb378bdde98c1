using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints;

/// <summary>Reads a published resource: <c>GET {base}/fhir/{type}/{id}</c> (https://hl7.org/fhir/R4/http.html#read), byte for byte as it was generated.</summary>
internal sealed class ReadEndpoint(ServedContent content) : IEndpoint
{
    /// <inheritdoc/>
    public string Route => "/fhir/{type}/{id}";

    /// <inheritdoc/>
    public string Method => HttpMethods.Get;

    /// <inheritdoc/>
    public bool IsOpen => true;

    /// <inheritdoc/>
    public ValueTask<Answer> AnswerAsync(HttpContext context)
    {
        var served = content.Current;
        var route = context.Request.RouteValues;
        return ValueTask.FromResult(served.Catalog.Find((string?)route["type"] ?? string.Empty, (string?)route["id"] ?? string.Empty) is { } artifact
            ? new Answer(StatusCodes.Status200OK, served.FhirType, artifact.Json) { IsPublic = true }
            : Answer.Refusal(StatusCodes.Status404NotFound, HttpIssues.NoResource.At(string.Empty, null)));
    }
}
