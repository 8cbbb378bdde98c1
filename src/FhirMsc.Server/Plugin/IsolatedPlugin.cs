using Microsoft.AspNetCore.Builder;

namespace FhirMsc.Server.Plugin;

/// <summary>
/// For servers that have plug-ins of their own kind and call them while they build their pipeline: mounts the endpoints at that place, loaded in a load context of their
/// own, with settings from the host's configuration. What a startup hook does for servers that have none.
/// </summary>
public static class IsolatedPlugin
{
    /// <summary>Mounts the endpoints. Never throws: without the plug-in the host starts all the same, and the log says why.</summary>
    /// <param name="app">The host's pipeline, as far as it is built.</param>
    public static void Use(IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        Isolation.Use(app);
    }
}
