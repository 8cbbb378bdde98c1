using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints;

/// <summary>Lists the services: <c>GET {base}/cds-services</c>.</summary>
internal sealed class DiscoveryEndpoint(ServedContent content) : IEndpoint
{
    /// <inheritdoc/>
    public string Route => "/cds-services";

    /// <inheritdoc/>
    public string Method => HttpMethods.Get;

    /// <inheritdoc/>
    public ValueTask<Answer> AnswerAsync(HttpContext context) => ValueTask.FromResult(content.Current.Discovery);
}
