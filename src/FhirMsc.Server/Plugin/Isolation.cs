using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Extensions.DependencyInjection;

namespace FhirMsc.Server.Plugin;

/// <summary>
/// Loads this program a second time, in a load context of its own with the packages that lie beside it. The host's packages and ours never meet, whatever their
/// versions; only the framework is shared, and with it the interfaces that both sides speak.
/// </summary>
internal sealed class Isolation : AssemblyLoadContext
{
    private static readonly Lazy<MethodInfo> Entry = new(Load);

    private readonly AssemblyDependencyResolver resolver;

    private Isolation(string assembly)
        : base("FhirMsc") => resolver = new AssemblyDependencyResolver(assembly);

    /// <summary>Mounts the isolated program into a host's services.</summary>
    public static void Add(IServiceCollection services)
    {
#pragma warning disable CA1031 // The host starts without us rather than not at all, and says why.
        try
        {
            Entry.Value.Invoke(null, [services]);
        }
        catch (Exception e)
        {
            var reason = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            Console.Error.WriteLine($"FhirMsc is not mounted: {reason.GetType().Name}: {reason.Message}");
        }
#pragma warning restore CA1031
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    private static MethodInfo Load()
    {
        var path = typeof(Isolation).Assembly.Location;
        return new Isolation(path).LoadFromAssemblyPath(path).GetType(typeof(PluginMount).FullName!, throwOnError: true)!.GetMethod(nameof(PluginMount.Add), BindingFlags.Public | BindingFlags.Static)!;
    }
}
