using FhirMsc.Server.Plugin;
using Microsoft.AspNetCore.Hosting;

[assembly: HostingStartup(typeof(PluginStartup))]

namespace FhirMsc.Server.Plugin;

/// <summary>The documented door: ASP.NET Core calls it for assemblies that <c>ASPNETCORE_HOSTINGSTARTUPASSEMBLIES</c> names.</summary>
public sealed class PluginStartup : IHostingStartup
{
    /// <inheritdoc/>
    public void Configure(IWebHostBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ConfigureServices(Isolation.Add);
    }
}
