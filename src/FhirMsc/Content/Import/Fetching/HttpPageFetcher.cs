using System.Net;
using System.Net.Sockets;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Import.Fetching;

/// <summary>
/// Fetches over HTTP and HTTPS, from public addresses only. The name is resolved once for each connection and the connection goes to the very
/// address that was checked; every redirection is checked in the same way. No cookies, no credentials, no proxy, nothing but the one page.
/// </summary>
public sealed class HttpPageFetcher : IPageFetcher, IDisposable
{
    private const int MostRedirections = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client;
    private readonly PageLimits _limits;
    private readonly Func<IPAddress, string?> _whyNot;

    /// <summary>Makes a fetcher.</summary>
    /// <param name="limits">How much is read.</param>
    /// <param name="whyNot">Judges addresses; tests may let their own server through.</param>
    public HttpPageFetcher(PageLimits limits, Func<IPAddress, string?>? whyNot = null)
    {
        _limits = limits;
        _whyNot = whyNot ?? PublicAddress.WhyNot;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            MaxResponseHeadersLength = 64,
            ConnectCallback = ConnectAsync,
        })
        { Timeout = Longest };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("fhirmsc-import");
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, text/markdown, text/plain;q=0.9");
    }

    /// <inheritdoc/>
    public async Task<FetchedPage> FetchAsync(Uri address, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(address);
        try
        {
            for (var i = 0; i <= MostRedirections; i++)
            {
                if (address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
                    return Fail(address, ImportIssues.Refused, "only http and https addresses without a user name are fetched.");
                using var response = await _client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
                if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } next)
                {
                    address = new Uri(address, next);
                    continue;
                }

                if (!response.IsSuccessStatusCode)
                    return Fail(address, ImportIssues.NotFetched, $"the server answered {(int)response.StatusCode}.");
                return new FetchedPage(address, await ReadAsync(response, stop).ConfigureAwait(false), response.Content.Headers.ContentType?.MediaType, []);
            }

            return Fail(address, ImportIssues.NotFetched, $"more than {MostRedirections} redirections.");
        }
        catch (HttpRequestException problem) when (problem.InnerException is RefusedException refused)
        {
            return Fail(address, ImportIssues.Refused, refused.Message);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or SocketException)
        {
            return Fail(address, ImportIssues.NotFetched, "the server can't be reached, or broke the connection off.");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Fail(address, ImportIssues.NotFetched, $"it took longer than {Longest.TotalSeconds:0} seconds.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static FetchedPage Fail(Uri address, IssueKind kind, string reason) =>
        new(address, null, null, [kind.At(string.Empty, new SourcePosition(address.GetComponents(UriComponents.Scheme | UriComponents.Host | UriComponents.Port | UriComponents.Path, UriFormat.UriEscaped), 1, 1), reason)]);

    /// <summary>One byte more than allowed is kept, so that the reader sees and says that the page is larger.</summary>
    private async Task<MemoryStream> ReadAsync(HttpResponseMessage response, CancellationToken stop)
    {
        var kept = new MemoryStream();
        var content = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            var buffer = new byte[81920];
            while (kept.Length <= _limits.MaximumBytes && await content.ReadAsync(buffer, stop).ConfigureAwait(false) is var read and > 0)
                kept.Write(buffer, 0, read);
        }

        kept.SetLength(Math.Min(kept.Length, _limits.MaximumBytes + 1L));
        kept.Position = 0;
        return kept;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop).ConfigureAwait(false);
        // One address that is not public is enough: the name is not what it seems.
        foreach (var address in addresses)
        {
            if (_whyNot(address) is { } reason)
                throw new RefusedException($"'{context.DnsEndPoint.Host}' leads to an address that is not public ({reason}).");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, stop).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class RefusedException(string message) : IOException(message);
}
