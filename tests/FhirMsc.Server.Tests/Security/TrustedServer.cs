using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FhirMsc.Server.Security;
using FhirMsc.Server.Storage;
using FhirMsc.Server.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace FhirMsc.Server.Tests.Security;

/// <summary>A server that trusts three clients: one by keys in the settings, one by a file of keys, one by an address of keys.</summary>
public sealed class TrustedServer : TestServer
{
    public const string Base = "https://cds.example.org/msc";
    public const string ByKeys = "https://inline.example.org";
    public const string ByFile = "https://file.example.org";
    public const string ByUrl = "https://url.example.org";
    public const string KeyUrl = "https://url.example.org/jwks.json";

    private readonly DirectoryInfo folder;

    public TrustedServer()
        : this(null)
    {
    }

    internal TrustedServer(TelemetryOptions? telemetry)
        : this(telemetry, Directory.CreateTempSubdirectory("fhirmsc-trust-"), new TestSigner(), new Fetcher(), new TestClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)))
    {
    }

    private TrustedServer(TelemetryOptions? telemetry, DirectoryInfo folder, TestSigner signer, Fetcher fetcher, TestClock clock)
        : base(
            new FhirMscOptions
            {
                MaxRequestBytes = 64 * 1024,
                Storage = new StorageOptions { File = Path.Combine(folder.FullName, "state.db") },
                Trust = new TrustOptions
                {
                    BaseUrl = Base,
                    Clients =
                    [
                        new TrustedClient { Issuer = ByKeys, Keys = signer.Keys },
                        new TrustedClient { Issuer = ByFile, KeysFile = WriteKeys(folder, signer) },
                        new TrustedClient { Issuer = ByUrl, KeyUrls = [KeyUrl] },
                    ],
                },
            },
            services => services.AddSingleton<IKeyFetcher>(fetcher).AddSingleton<TimeProvider>(clock),
            telemetry)
    {
        this.folder = folder;
        Signer = signer;
        KeyFetcher = fetcher;
        Clock = clock;
        fetcher.Keys = signer.Keys;
    }

    internal TestSigner Signer { get; }

    internal Fetcher KeyFetcher { get; }

    internal TestClock Clock { get; }

    public string KeysFile => Path.Combine(folder.FullName, "keys.json");

    public string StateFile => Path.Combine(folder.FullName, "state.db");

    /// <summary>The claims of a good token for an endpoint.</summary>
    public JsonObject Claims(string path, string issuer = ByKeys) => new()
    {
        ["iss"] = issuer,
        ["aud"] = Base + path,
        ["exp"] = Clock.Now.AddMinutes(5).ToUnixTimeSeconds(),
        ["iat"] = Clock.Now.ToUnixTimeSeconds(),
        ["jti"] = Guid.NewGuid().ToString(),
    };

    public async Task<HttpResponseMessage> CallAsync(string path, string? token, string? body = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await Client.SendAsync(request);
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Signer.Dispose();
        folder.Delete(recursive: true);
    }

    private static string WriteKeys(DirectoryInfo folder, TestSigner signer)
    {
        var file = Path.Combine(folder.FullName, "keys.json");
        File.WriteAllText(file, signer.Keys);
        return file;
    }

    /// <summary>Stands for the client's server of keys.</summary>
    internal sealed class Fetcher : IKeyFetcher
    {
        public string? Keys { get; set; }

        public ConcurrentQueue<Uri> Fetched { get; } = new();

        public Task<KeySet?> FetchAsync(Uri url, CancellationToken cancellation)
        {
            Fetched.Enqueue(url);
            return Task.FromResult(Keys is null ? null : KeySet.Read(Encoding.UTF8.GetBytes(Keys)));
        }
    }
}
