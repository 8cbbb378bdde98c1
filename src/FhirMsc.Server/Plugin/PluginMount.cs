using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Server.Plugin;

/// <summary>Where the isolated program is entered from outside.</summary>
internal static class PluginMount
{
    /// <summary>
    /// Puts the plug-in into a host's services: one startup filter and nothing else, so that nothing of ours can be mistaken for the host's. Adds the filter, or moves it to the end if another door has added it: the last filter is the innermost, behind the host's own filter for <c>AllowedHosts</c>.
    /// </summary>
    public static void Add(IServiceCollection services)
    {
        var known = services.FirstOrDefault(service => service.ServiceType == typeof(IStartupFilter) && service.ImplementationType == typeof(MountFilter));
        if (known is not null)
        {
            services.Remove(known);
        }

        services.Add(known ?? ServiceDescriptor.Singleton<IStartupFilter, MountFilter>());
    }

    /// <summary>Mounts the plug-in at a place of the host's pipeline, for hosts that have plug-ins of their own kind.</summary>
    public static void Use(IApplicationBuilder app)
    {
        var host = app.ApplicationServices;
        new Mounting(host.GetRequiredService<IConfiguration>(), host.GetRequiredService<ILoggerFactory>(), host.GetRequiredService<IHostApplicationLifetime>()).Mount(app);
    }
}
