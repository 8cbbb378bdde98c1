using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace FhirMsc.Server.Plugin;

/// <summary>Puts the plug-in into a host's services: one startup filter and nothing else, so that nothing of ours can be mistaken for the host's.</summary>
internal static class PluginMount
{
    /// <summary>
    /// Adds the filter, or moves it to the end if another door has added it: the last filter is the innermost, behind the host's own filter for <c>AllowedHosts</c>.
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
}
