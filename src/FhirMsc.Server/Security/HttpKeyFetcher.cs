using System.Net;

namespace FhirMsc.Server.Security;

/// <summary>Fetches JWK Sets over HTTP: no redirects, five seconds, a limited size.</summary>
internal sealed class HttpKeyFetcher : IKeyFetcher, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = Patience,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = KeySet.MostBytes,
    };

    /// <inheritdoc/>
    public async Task<KeySet?> FetchAsync(Uri url, CancellationToken cancellation)
    {
        try
        {
            using var response = await client.GetAsync(url, cancellation).ConfigureAwait(false);
            return response.StatusCode == HttpStatusCode.OK ? KeySet.Read(await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false)) : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();
}
