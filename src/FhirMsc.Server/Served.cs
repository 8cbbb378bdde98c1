using FhirMsc.Hooks;
using FhirMsc.Hooks.Discovery;
using FhirMsc.Publishing;
using FhirMsc.Server.Endpoints;
using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server;

/// <summary>One edition as it is served, with the answers that are the same for everybody made beforehand. Immutable; a call takes one at its start and stays with it.</summary>
internal sealed class Served
{
    /// <summary>Prepares an edition.</summary>
    /// <param name="catalog">What is published.</param>
    /// <param name="services">The CDS services.</param>
    /// <param name="since">Since when it is served.</param>
    public Served(Catalog catalog, HookServices services, DateTimeOffset since)
    {
        Catalog = catalog;
        Services = services;
        FhirType = $"{Answer.FhirJson}; fhirVersion={catalog.Release.MimeVersion}";
        Discovery = Answer.Of(StatusCodes.Status200OK, Answer.Json, output => DiscoveryWriter.Write(services.All.Select(service => service.Description), output)) with { IsPublic = true };
        Capability = Answer.Of(StatusCodes.Status200OK, FhirType, output => CapabilityEndpoint.Write(catalog, since, output)) with { IsPublic = true };
    }

    public Catalog Catalog { get; }

    public HookServices Services { get; }

    /// <summary>Media type of its resources.</summary>
    public string FhirType { get; }

    public Answer Discovery { get; }

    public Answer Capability { get; }
}
