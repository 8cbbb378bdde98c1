namespace FhirMsc.Server.Security;

/// <summary>Fetches clients' JWK Sets.</summary>
internal interface IKeyFetcher
{
    /// <summary>Fetches one.</summary>
    /// <returns>The keys; <see langword="null"/> if they can't be had.</returns>
    Task<KeySet?> FetchAsync(Uri url, CancellationToken cancellation);
}
