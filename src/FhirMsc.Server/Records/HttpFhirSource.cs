using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Fetching;

namespace FhirMsc.Server.Records;

/// <summary>
/// Asks FHIR servers over HTTP. Believes nothing: every answer is bounded in time and size, redirects stay on the server, what may pass by itself is tried once
/// more, and nothing of an answer or an address gets into a message.
/// </summary>
internal sealed class HttpFhirSource : IFhirSource, IDisposable
{
    private const int MostRedirects = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FhirHosts hosts;
    private readonly TimeProvider time;
    private readonly HttpClient client;

    public HttpFhirSource(FhirHosts hosts, FetchLimits limits, TimeProvider time)
    {
        this.hosts = hosts;
        this.time = time;
        Limits = limits;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = limits.Time,
            MaxConnectionsPerServer = 64,
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <inheritdoc/>
    public FetchLimits Limits { get; }

    /// <inheritdoc/>
    public bool Admits(Uri server) => hosts.Admits(server);

    /// <inheritdoc/>
    public async Task<FetchedResource> GetAsync(Uri url, FhirAccess access, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (fetched, mayPass) = await TryAsync(url, access, cancellation).ConfigureAwait(false);
            if (!mayPass || attempt >= Limits.Tries)
            {
                return fetched;
            }

            await Task.Delay(Pause, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<(FetchedResource Fetched, bool MayPass)> TryAsync(Uri url, FhirAccess access, CancellationToken cancellation)
    {
        try
        {
            for (var redirects = 0; redirects <= MostRedirects; redirects++)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/fhir+json"));
                request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json", 0.9));
                if (access.Token is { } token && !request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}"))
                {
                    return (FetchedResource.Failed("the access token cannot be sent: it holds characters that no header may hold"), false);
                }

                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
                if ((int)response.StatusCode is < 300 or >= 400)
                {
                    return await ReadAsync(response, url, cancellation).ConfigureAwait(false);
                }

                if (response.Headers.Location is not { } location || !Uri.TryCreate(url, location, out var next) || !PageReader.IsSameOrigin(next, access.Server))
                {
                    return (FetchedResource.Failed("the FHIR server sends the request on to another server, which is not asked"), false);
                }

                url = next;
            }

            return (FetchedResource.Failed("the FHIR server sends the request on too often"), false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException or FormatException)
        {
            return (FetchedResource.Failed("the FHIR server could not be reached, or broke off its answer"), true);
        }
    }

    private async Task<(FetchedResource Fetched, bool MayPass)> ReadAsync(HttpResponseMessage response, Uri url, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        if (status != 200)
        {
            return (FetchedResource.Failed($"the FHIR server answered with status {status}"), status is 408 or 429 or 500 or 502 or 503 or 504);
        }

        if (response.Content.Headers.ContentType?.MediaType is not { } type || !(type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)))
        {
            return (FetchedResource.Failed("the FHIR server answered with something other than JSON"), false);
        }

        if (response.Content.Headers.ContentLength > Limits.ResponseBytes || await BodyAsync(response, cancellation).ConfigureAwait(false) is not { } body)
        {
            return (FetchedResource.Failed("the FHIR server's answer is larger than what is read"), false);
        }

        var tree = JsonParser.Parse(body, limits: RecordLimits.Of(Limits)).Tree;
        return tree is null || tree.Root.ResourceType is not { } resourceType
            ? (FetchedResource.Failed("the FHIR server's answer is not a resource in JSON"), false)
            : resourceType == "OperationOutcome"
                ? (FetchedResource.Failed("the FHIR server answered with an OperationOutcome in place of the data"), false)
                : (new FetchedResource(tree.Root, url, null), false);
    }

    /// <summary>The body; <see langword="null"/> if it is too large. Read piece by piece, so that no more than the limit is ever held.</summary>
    private async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using var stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        var body = new ArrayBufferWriter<byte>(16 * 1024);
        while (true)
        {
            var read = await stream.ReadAsync(body.GetMemory(16 * 1024), cancellation).ConfigureAwait(false);
            if (read == 0)
            {
                return body.WrittenMemory;
            }

            body.Advance(read);
            if (body.WrittenCount > Limits.ResponseBytes)
            {
                return null;
            }
        }
    }

    /// <summary>A name that claims to be this machine must lead to it.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation).ConfigureAwait(false);
        var allowed = context.InitialRequestMessage.RequestUri is { } url && !hosts.IsListed(url) ? [.. addresses.Where(IPAddress.IsLoopback)] : addresses;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
