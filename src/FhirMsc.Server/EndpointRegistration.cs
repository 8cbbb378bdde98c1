using FhirMsc.Server.Plugin;
using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FhirMsc.Server;

/// <summary>Puts the endpoints into a host's routes.</summary>
public static class EndpointRegistration
{
    /// <summary>
    /// Maps all endpoints: <c>/cds-services</c>, <c>/fhir</c> and everything below it, <c>/health</c>. Every method of these paths is ours, so that a wrong one is refused in our
    /// words and with cross-origin headers.
    /// </summary>
    /// <param name="routes">The host's routes, or a group of them with a prefix.</param>
    /// <exception cref="InvalidOperationException"><see cref="ServiceRegistration.AddFhirMsc(IServiceCollection)"/> was not called before; or what it reads from the configuration is wrong, which the message tells.</exception>
    public static void MapFhirMsc(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.ServiceProvider.GetService<ConfiguredContent>()?.Begin(routes.ServiceProvider);
        var gateway = routes.ServiceProvider.GetRequiredService<Gateway>();
        foreach (var path in routes.ServiceProvider.GetServices<IEndpoint>().GroupBy(endpoint => endpoint.Route))
        {
            var byMethod = path.ToDictionary(endpoint => endpoint.Method, StringComparer.OrdinalIgnoreCase);
            routes.Map(path.Key, (RequestDelegate)(context => gateway.HandleAsync(context, path.Key, byMethod)));
        }

        MapNothing(routes, "/cds-services/{**rest}");
    }

    /// <summary>Maps a pattern below which nothing is: 404 in our words.</summary>
    internal static void MapNothing(IEndpointRouteBuilder routes, string pattern)
    {
        var gateway = routes.ServiceProvider.GetRequiredService<Gateway>();
        var none = new Dictionary<string, IEndpoint>();
        routes.Map(pattern, (RequestDelegate)(context => gateway.HandleAsync(context, pattern, none)));
    }
}
