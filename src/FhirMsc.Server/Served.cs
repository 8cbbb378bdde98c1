using FhirMsc.Hooks;
using FhirMsc.Hooks.Discovery;
using FhirMsc.Publishing;
using FhirMsc.Server.Endpoints.Rest;
using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server;

/// <summary>One edition as it is served, with the answers that are the same for everybody made beforehand. Immutable; a call takes one at its start and stays with it.</summary>
internal sealed class Served
{
    /// <summary>Prepares an edition.</summary>
    /// <param name="catalog">What is published.</param>
    /// <param name="services">The CDS services.</param>
    /// <param name="further">The same in other releases.</param>
    /// <param name="time">The clock.</param>
    public Served(Catalog catalog, HookServices services, IReadOnlyList<FurtherRelease> further, TimeProvider time)
    {
        Catalog = catalog;
        Services = services;
        Stores = new FhirStores(catalog, further, time);
        Discovery = Answer.Of(StatusCodes.Status200OK, Answer.Json, output => DiscoveryWriter.Write(services.All.Select(service => service.Description), output)) with { IsPublic = true };
    }

    public Catalog Catalog { get; }

    public HookServices Services { get; }

    /// <summary>What is published, by release.</summary>
    public FhirStores Stores { get; }

    public Answer Discovery { get; }
}
