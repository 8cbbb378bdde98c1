using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Server.Plugin;

/// <summary>Mounts the endpoints in front of the pipeline of a host that knows nothing of us.</summary>
internal sealed class MountFilter(IConfiguration configuration, ILoggerFactory loggers, IHostApplicationLifetime lifetime) : IStartupFilter
{
    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        new Mounting(configuration, loggers, lifetime).Mount(app);
        next(app);
    };
}
