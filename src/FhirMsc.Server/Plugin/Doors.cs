using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FhirMsc.Server.Plugin;

/// <summary>
/// The two ways into a host that knows nothing of us. Hosting startups are what ASP.NET Core documents, but slim and empty builders ignore them; the event
/// <c>HostBuilding</c> reaches those, but not the old WebHost. Both together reach all.
/// </summary>
internal static class Doors
{
    private const string StartupAssemblies = "ASPNETCORE_HOSTINGSTARTUPASSEMBLIES";

    /// <summary>Opens both.</summary>
    public static void Open()
    {
        var name = typeof(Doors).Assembly.GetName().Name!;
        var others = Environment.GetEnvironmentVariable(StartupAssemblies);
        if (others?.Split(';').Contains(name) != true)
        {
            Environment.SetEnvironmentVariable(StartupAssemblies, string.IsNullOrEmpty(others) ? name : $"{others};{name}");
        }

        DiagnosticListener.AllListeners.Subscribe(new ListenerObserver());
    }

    /// <summary>Kept out of line: the types in it exist only where there is a generic host.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Attach(object builder)
    {
        if (builder is IHostBuilder host)
        {
            host.ConfigureServices((context, services) =>
            {
                if (IsWebHost(services))
                {
                    Isolation.Add(services);
                }
            });
        }
    }

    /// <summary>By name: in a program without ASP.NET Core the type itself would end it.</summary>
    private static bool IsWebHost(IServiceCollection services)
    {
        foreach (var service in services)
        {
            if (service.ServiceType.FullName == "Microsoft.AspNetCore.Hosting.Server.IServer")
            {
                return true;
            }
        }

        return false;
    }

    private sealed class ListenerObserver : IObserver<DiagnosticListener>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting")
            {
                value.Subscribe(new EventObserver());
            }
        }
    }

    private sealed class EventObserver : IObserver<KeyValuePair<string, object?>>
    {
        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key != "HostBuilding" || value.Value is null)
            {
                return;
            }

#pragma warning disable CA1031 // A host of another make or age must start without us.
            try
            {
                Attach(value.Value);
            }
            catch (Exception e)
            {
                Console.Error.WriteLine($"FhirMsc is not mounted: {e.GetType().Name}: {e.Message}");
            }
#pragma warning restore CA1031
        }
    }
}
