using System.Runtime.Loader;
using System.Text.Json;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authorization;

namespace Hosts.Web;

/// <summary>The kinds of host. Each answers everything with its own text, tells which assemblies it has loaded, and has ways of its own that must not reach ours.</summary>
internal static class HostKinds
{
    private static readonly Dictionary<string, Func<IHost>> Kinds = new()
    {
        ["minimal"] = () => App(WebApplication.CreateBuilder()),
        ["slim"] = () => App(WebApplication.CreateSlimBuilder()),
        ["empty"] = () =>
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.Configuration.AddEnvironmentVariables();
            builder.WebHost.UseKestrelCore().UseUrls(Environment.GetEnvironmentVariable("ASPNETCORE_URLS")!);
            builder.Services.AddRoutingCore();
            return App(builder);
        },
        ["generic"] = () => Host.CreateDefaultBuilder().ConfigureWebHostDefaults(web => web.Configure(Pipeline)).Build(),
        ["mvc"] = () =>
        {
            var builder = WebApplication.CreateBuilder();
            builder.Services.AddControllers();
            builder.Services.AddAuthentication();
            builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build());
            return App(builder);
        },
        ["plugins"] = () => App(WebApplication.CreateBuilder(), UsePlugin),
        ["named-plugins"] = () =>
        {
            var plugins = new NamedPlugins(Environment.GetEnvironmentVariable("HOST_PLUGINS")!, Environment.GetEnvironmentVariable("HOST_INCLUDE")!);
            var builder = WebApplication.CreateBuilder();
            plugins.Add(builder.Services, builder.Configuration);
            return App(builder, plugins.Use);
        },
        ["store"] = () => App(WebApplication.CreateBuilder(), Store.Map),
    };

    public static async Task RunAsync(string kind)
    {
        if (kind == "webhost")
        {
#pragma warning disable ASPDEPR008 // The old builder is what some servers still start with.
            using var old = WebHost.CreateDefaultBuilder().Configure(Pipeline).Build();
#pragma warning restore ASPDEPR008
            await old.StartAsync();
            await Console.In.ReadToEndAsync();
            return;
        }

        using var host = Kinds[kind]();
        await host.StartAsync();
        await Console.In.ReadToEndAsync();
    }

    private static WebApplication App(WebApplicationBuilder builder, Action<WebApplication>? map = null)
    {
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper);
        var app = builder.Build();
        map?.Invoke(app);
        app.MapGet("/loaded", () => string.Join(' ', Loaded()));
        app.Map("/{**path}", () => "the host's own");
        return app;
    }

    /// <summary>As servers with plug-ins of their own kind do it: an assembly from a folder is loaded, and a method of it called with the pipeline.</summary>
    private static void UsePlugin(WebApplication app) =>
        System.Reflection.Assembly.LoadFrom(Environment.GetEnvironmentVariable("HOST_PLUGIN")!).GetType("FhirMsc.Server.Plugin.IsolatedPlugin")!.GetMethod("Use")!.Invoke(null, [app]);

    private static void Pipeline(IApplicationBuilder app) =>
        app.Run(context => context.Response.WriteAsync(context.Request.Path == "/loaded" ? string.Join(' ', Loaded()) : "the host's own"));

    private static IEnumerable<string?> Loaded() => AssemblyLoadContext.Default.Assemblies.Select(assembly => assembly.GetName().Name);
}
