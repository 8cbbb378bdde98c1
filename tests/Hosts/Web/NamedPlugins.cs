using System.Reflection;

namespace Hosts.Web;

/// <summary>
/// Plug-ins as the documentation of Firely Server describes them: all assemblies of a folder are loaded; a static class in an included namespace with the attribute
/// <c>VonkConfiguration</c> has a public static method whose first argument is the services and one whose first argument is the pipeline, whatever their names; further
/// arguments are taken from the services; a lower order comes first.
/// </summary>
internal sealed class NamedPlugins(string folder, string include)
{
    private readonly Type[] configurations =
    [
        .. Directory.EnumerateFiles(folder, "*.dll").Select(Assembly.LoadFrom)
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type is { IsAbstract: true, IsSealed: true, Namespace: { } name } && (name == include || name.StartsWith(include + '.', StringComparison.Ordinal)))
            .Select(type => (Type: type, Attribute: type.GetCustomAttributes().FirstOrDefault(attribute => attribute.GetType().FullName == "Vonk.Core.Pluggability.VonkConfigurationAttribute")))
            .Where(found => found.Attribute is not null)
            .OrderBy(found => (int)found.Attribute!.GetType().GetProperty("Order")!.GetValue(found.Attribute)!)
            .Select(found => found.Type),
    ];

    public void Add(IServiceCollection services, IConfiguration configuration) =>
        Call(services, further => further == typeof(IConfiguration) ? configuration : throw new InvalidOperationException($"No {further} yet."));

    public void Use(IApplicationBuilder app) => Call(app, app.ApplicationServices.GetRequiredService);

    private void Call<T>(T first, Func<Type, object> find)
        where T : notnull
    {
        foreach (var method in configurations.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)))
        {
            if (method.GetParameters() is [var parameter, .. var further] && parameter.ParameterType == typeof(T))
            {
                method.Invoke(null, [first, .. further.Select(one => find(one.ParameterType))]);
            }
        }
    }
}
