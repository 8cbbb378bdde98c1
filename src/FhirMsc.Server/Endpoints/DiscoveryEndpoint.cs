using FhirMsc.Hooks;
using FhirMsc.Hooks.Discovery;
using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints;

/// <summary>Lists the services: <c>GET {base}/cds-services</c>.</summary>
internal sealed class DiscoveryEndpoint(HookServices services) : IEndpoint
{
    private readonly Answer answer = Answer.Of(StatusCodes.Status200OK, Answer.Json, output => DiscoveryWriter.Write(services.All.Select(service => service.Description), output)) with { IsPublic = true };

    /// <inheritdoc/>
    public string Route => "/cds-services";

    /// <inheritdoc/>
    public string Method => HttpMethods.Get;

    /// <inheritdoc/>
    public ValueTask<Answer> AnswerAsync(HttpContext context) => ValueTask.FromResult(answer);
}
