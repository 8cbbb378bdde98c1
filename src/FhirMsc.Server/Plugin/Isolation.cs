using System.Reflection;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FhirMsc.Server.Plugin;

/// <summary>
/// Loads this program a second time, in a load context of its own with the packages that lie beside it. The host's packages and ours never meet, whatever their
/// versions; only the framework is shared, and with it the interfaces that both sides speak.
/// </summary>
internal sealed class Isolation : AssemblyLoadContext
{
    private static readonly Lazy<Type> Entry = new(Load);

    private readonly AssemblyDependencyResolver resolver;

    private Isolation(string assembly)
        : base("FhirMsc") => resolver = new AssemblyDependencyResolver(assembly);

    /// <summary>Puts the isolated program into a host's services.</summary>
    public static void Add(IServiceCollection services) => Enter(nameof(PluginMount.Add), services);

    /// <summary>Mounts the isolated program at this place of a host's pipeline.</summary>
    public static void Use(IApplicationBuilder app) => Enter(nameof(PluginMount.Use), app);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;

    private static void Enter(string method, object argument)
    {
#pragma warning disable CA1031 // The host starts without us rather than not at all, and says why.
        try
        {
            Entry.Value.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [argument]);
        }
        catch (Exception e)
        {
            var reason = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            Console.Error.WriteLine($"FhirMsc is not mounted: {reason.GetType().Name}: {reason.Message}");
        }
#pragma warning restore CA1031
    }

    private static Type Load()
    {
        var path = typeof(Isolation).Assembly.Location;
        return new Isolation(path).LoadFromAssemblyPath(path).GetType(typeof(PluginMount).FullName!, throwOnError: true)!;
    }
}
