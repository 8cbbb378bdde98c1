using FhirMsc.Server.Plugin;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Vonk.Core.Pluggability;

namespace FhirMsc.Firely.Servers;

/// <summary>
/// The plug-in for Firely Server, which finds this class by its attribute: the dll goes into <c>PipelineOptions.PluginDirectory</c> with what lies beside it, and the
/// namespace <c>FhirMsc.Firely.Servers</c> into <c>PipelineOptions.Branches[].Include</c>. The order is below that of Firely Server's own reading of FHIR requests (1110),
/// because CDS Hooks calls are none.
/// </summary>
[VonkConfiguration(order: 1105)]
public static class FhirMscConfiguration
{
    /// <summary>Nothing of ours goes among the server's services: the plug-in has its own.</summary>
    /// <param name="services">The server's services.</param>
    public static void ConfigureServices(IServiceCollection services) => ArgumentNullException.ThrowIfNull(services);

    /// <summary>Mounts the endpoints at this place of the pipeline.</summary>
    /// <param name="builder">The pipeline.</param>
    public static void Configure(IApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IsolatedPlugin.Use(builder);
    }
}
