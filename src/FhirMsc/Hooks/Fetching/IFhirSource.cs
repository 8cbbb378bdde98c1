namespace FhirMsc.Hooks.Fetching;

/// <summary>The way to a client's FHIR server. The only place from where a hook call reaches out.</summary>
public interface IFhirSource
{
    /// <summary>Limits for one call.</summary>
    FetchLimits Limits { get; }

    /// <summary>Whether a server may be asked at all.</summary>
    /// <param name="server">Base URL of the server.</param>
    bool Admits(Uri server);

    /// <summary>Gets one resource. Never throws for what a server does; only for cancellation.</summary>
    /// <param name="url">Absolute address, of the same origin as the server.</param>
    /// <param name="access">The server and the token to show it.</param>
    /// <param name="cancellation">Ends the request.</param>
    Task<FetchedResource> GetAsync(Uri url, FhirAccess access, CancellationToken cancellation);
}
