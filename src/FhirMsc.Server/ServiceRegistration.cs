using FhirMsc.Hooks;
using FhirMsc.Hooks.Cards;
using FhirMsc.Hooks.Fetching;
using FhirMsc.Hooks.State;
using FhirMsc.Publishing;
using FhirMsc.Publishing.Servers;
using FhirMsc.Server.Endpoints;
using FhirMsc.Server.Endpoints.Rest;
using FhirMsc.Server.Endpoints.Rest.Operations;
using FhirMsc.Server.Plugin;
using FhirMsc.Server.Protocol;
using FhirMsc.Server.Publishing;
using FhirMsc.Server.Records;
using FhirMsc.Server.Security;
using FhirMsc.Server.Storage;
using FhirMsc.Server.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FhirMsc.Server;

/// <summary>Puts what the endpoints need into a host's services. Together with <see cref="EndpointRegistration.MapFhirMsc"/> this is all that a host has to call.</summary>
public static class ServiceRegistration
{
    /// <summary>
    /// Adds the endpoints' services. Settings and content are those that section <c>FhirMsc</c> of the host's configuration names; they are read when
    /// <see cref="EndpointRegistration.MapFhirMsc"/> is called, which throws if they are wrong.
    /// </summary>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddFhirMsc(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton<ConfiguredContent>();
        services.AddSingleton(provider => provider.GetRequiredService<ConfiguredContent>().Settings.Standalone.Endpoints);
        services.AddSingleton(provider => new TelemetryExport(provider.GetRequiredService<ConfiguredContent>().Settings.Standalone.Telemetry));
        services.AddSingleton(provider =>
        {
            var content = provider.GetRequiredService<ConfiguredContent>().Content;
            return new ServedContent(content.Catalog, content.Services, provider.GetRequiredService<TimeProvider>(), content.Further);
        });

        // The settings always name a state; where they do not, it is the user's own file.
        services.AddSingleton(provider => provider.GetRequiredService<FhirMscOptions>().Storage.Open() ?? throw new InvalidOperationException("There is no state."));
        AddState(services);
        return AddEndpoints(services);
    }

    /// <summary>Adds the endpoints' services, for a host that has made what is served itself.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="catalog">What is published.</param>
    /// <param name="hooks">The CDS services.</param>
    /// <param name="options">Settings; the defaults if <see langword="null"/>.</param>
    /// <param name="further">The same in other releases of FHIR, for the resource endpoints.</param>
    /// <exception cref="ArgumentException">The settings cannot work.</exception>
    public static IServiceCollection AddFhirMsc(this IServiceCollection services, Catalog catalog, HookServices hooks, FhirMscOptions? options = null, IReadOnlyList<FurtherRelease>? further = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(hooks);
        options ??= new FhirMscOptions();
        options.Validate();
        services.AddSingleton(options);
        services.AddSingleton(provider => new ServedContent(catalog, hooks, provider.GetRequiredService<TimeProvider>(), further));
        if (options.Storage.Open() is { } database)
        {
            services.AddSingleton(database);
            AddState(services);
        }

        return AddEndpoints(services);
    }

    private static void AddState(IServiceCollection services)
    {
        services.AddSingleton<SqlState>();
        services.AddSingleton<IFeedbackStore>(provider => provider.GetRequiredService<SqlState>());
        services.AddSingleton<IReplayStore>(provider => provider.GetRequiredService<SqlState>());
        services.AddSingleton<IStoreCheck>(provider => provider.GetRequiredService<SqlState>());
    }

    private static IServiceCollection AddEndpoints(IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ICardIds, RandomCardIds>();
        services.AddSingleton<CrossOrigin>();
        services.TryAddSingleton<IKeyFetcher, HttpKeyFetcher>();
        services.AddSingleton<Doorkeeper>();
        services.AddSingleton<RequestTelemetry>();
        services.AddSingleton<StoreHealth>();
        services.AddSingleton<Gateway>();
        services.AddSingleton<BodyReader>();
        services.AddSingleton<FeedbackCounter>();
        services.AddSingleton<IFhirSource>(provider =>
        {
            var options = provider.GetRequiredService<FhirMscOptions>();
            return new HttpFhirSource(new FhirHosts(options.FhirHosts, options.AcceptLoopbackFhirServers), options.Fetching, provider.GetRequiredService<TimeProvider>());
        });
        services.TryAddSingleton<ServerOpening>(provider => url => ServerAccess.FromEnvironment() is ({ } access, _)
            ? (new RestFhirServer(url, access, provider.GetRequiredService<TimeProvider>()), null)
            : (null, string.Join(' ', ServerAccess.FromEnvironment().Problems)));
        services.AddSingleton<PublishOnStart>();
        services.AddSingleton<OperationList>();
        services.AddSingleton<CapabilityWriter>();
        services.AddSingleton<RestRouter>();

        // The one list of endpoints.
        services.AddSingleton<IEndpoint, DiscoveryEndpoint>();
        services.AddSingleton<IEndpoint, ServiceEndpoint>();
        services.AddSingleton<IEndpoint, FeedbackEndpoint>();
        services.AddSingleton<IEndpoint>(provider => ActivatorUtilities.CreateInstance<RestEndpoint>(provider, HttpMethods.Get));
        services.AddSingleton<IEndpoint>(provider => ActivatorUtilities.CreateInstance<RestEndpoint>(provider, HttpMethods.Post));
        services.AddSingleton<IEndpoint, HealthEndpoint>();
        services.AddSingleton<IEndpoint, LiveEndpoint>();
        services.AddSingleton<IEndpoint, ReadyEndpoint>();
        return services;
    }
}
