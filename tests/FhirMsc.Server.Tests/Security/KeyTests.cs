using System.Net;
using System.Net.Sockets;
using System.Text;
using FhirMsc.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Server.Tests.Security;

public sealed class KeyTests : IAsyncLifetime
{
    private const string Discovery = "/cds-services";

    private readonly TrustedServer server = new();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Keys_at_a_listed_address_are_fetched_once_and_kept()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(200, await CallAsync(server.Signer, TrustedServer.ByUrl, TrustedServer.KeyUrl));
        }

        Assert.Equal([new Uri(TrustedServer.KeyUrl)], server.KeyFetcher.Fetched);
    }

    [Theory]
    [InlineData("https://foreign.example.org/jwks.json")]
    [InlineData(TrustedServer.KeyUrl + "/")]
    [InlineData("HTTPS://url.example.org/jwks.json")]
    [InlineData("file:///etc/passwd")]
    public async Task No_other_address_is_ever_fetched(string url)
    {
        Assert.Equal(401, await CallAsync(server.Signer, TrustedServer.ByUrl, url));
        Assert.Equal(401, await CallAsync(server.Signer, TrustedServer.ByKeys, TrustedServer.KeyUrl));
        Assert.Empty(server.KeyFetcher.Fetched);
    }

    [Fact]
    public async Task Without_jku_the_agreed_keys_count_and_only_they()
    {
        Assert.Equal(200, await CallAsync(server.Signer, TrustedServer.ByKeys, null));
        Assert.Equal(200, await CallAsync(server.Signer, TrustedServer.ByFile, null));
        Assert.Equal(401, await CallAsync(server.Signer, TrustedServer.ByUrl, null));
        Assert.Empty(server.KeyFetcher.Fetched);
    }

    [Fact]
    public async Task A_client_rotates_its_keys_and_made_up_ids_do_not_make_the_server_hammer_it()
    {
        using var next = new TestSigner("2");
        Assert.Equal(200, await CallAsync(server.Signer, TrustedServer.ByUrl, TrustedServer.KeyUrl));
        server.KeyFetcher.Keys = next.Keys;
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(401, await CallAsync(next, TrustedServer.ByUrl, TrustedServer.KeyUrl));
        }

        Assert.Single(server.KeyFetcher.Fetched);
        server.Clock.Elapsed += 30;
        Assert.Equal(200, await CallAsync(next, TrustedServer.ByUrl, TrustedServer.KeyUrl));
        Assert.Equal(401, await CallAsync(server.Signer, TrustedServer.ByUrl, TrustedServer.KeyUrl));
        Assert.Equal(2, server.KeyFetcher.Fetched.Count);
    }

    [Fact]
    public async Task Keys_that_were_withdrawn_are_refused_when_they_are_old()
    {
        using var next = new TestSigner("2");
        Assert.Equal(200, await CallAsync(server.Signer, TrustedServer.ByUrl, TrustedServer.KeyUrl));
        server.KeyFetcher.Keys = next.Keys;
        server.Clock.Elapsed += 601;

        Assert.Equal(401, await CallAsync(server.Signer, TrustedServer.ByUrl, TrustedServer.KeyUrl));
    }

    [Fact]
    public async Task Keys_that_cannot_be_fetched_give_503_before_there_are_any_and_the_old_ones_after()
    {
        server.KeyFetcher.Keys = null;
        Assert.Equal(503, await CallAsync(server.Signer, TrustedServer.ByUrl, TrustedServer.KeyUrl));
        server.KeyFetcher.Keys = server.Signer.Keys;
        server.Clock.Elapsed += 31;
        Assert.Equal(200, await CallAsync(server.Signer, TrustedServer.ByUrl, TrustedServer.KeyUrl));
        server.KeyFetcher.Keys = null;
        server.Clock.Elapsed += 3600;
        Assert.Equal(200, await CallAsync(server.Signer, TrustedServer.ByUrl, TrustedServer.KeyUrl));
        server.Clock.Elapsed += 24 * 3600;
        Assert.Equal(503, await CallAsync(server.Signer, TrustedServer.ByUrl, TrustedServer.KeyUrl));
    }

    [Fact]
    public async Task A_file_of_keys_is_read_again_when_it_changes_and_rubbish_leaves_the_old_keys()
    {
        using var next = new TestSigner("2");
        Assert.Equal(200, await CallAsync(server.Signer, TrustedServer.ByFile, null));
        Write("{\"keys\":");
        Assert.Equal(200, await CallAsync(server.Signer, TrustedServer.ByFile, null));
        Write(next.Keys);
        Assert.Equal(200, await CallAsync(next, TrustedServer.ByFile, null));
        Assert.Equal(401, await CallAsync(server.Signer, TrustedServer.ByFile, null));

        void Write(string text)
        {
            File.WriteAllText(server.KeysFile, text);
            File.SetLastWriteTimeUtc(server.KeysFile, File.GetLastWriteTimeUtc(server.KeysFile).AddSeconds(Random.Shared.Next(1, 1000)));
        }
    }

    [Fact]
    public async Task A_clock_that_jumps_refuses_tokens_and_takes_them_again_when_it_is_right()
    {
        Assert.Equal(200, await CallAsync(server.Signer, TrustedServer.ByKeys, null));
        var claims = server.Claims(Discovery);
        var now = server.Clock.Now;
        server.Clock.Now = now.AddYears(30);
        using (var late = await server.CallAsync(Discovery, server.Signer.Sign(claims)))
        {
            Assert.Equal(401, (int)late.StatusCode);
        }

        server.Clock.Now = now.AddYears(-30);
        using (var early = await server.CallAsync(Discovery, server.Signer.Sign(claims)))
        {
            Assert.Equal(401, (int)early.StatusCode);
        }

        server.Clock.Now = now;
        using var right = await server.CallAsync(Discovery, server.Signer.Sign(claims));
        Assert.Equal(200, (int)right.StatusCode);
        using var again = await server.CallAsync(Discovery, server.Signer.Sign(claims));
        Assert.Equal(401, (int)again.StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[{"kty":"oct","k":"c2VjcmV0","kid":"a"}]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB","kid":"short"}]}""")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-384","x":"AQAB","y":"AQAB"}]}""")]
    [InlineData("""{"keys":[{"kty":"EC","use":"enc","crv":"P-384","x":"AQAB","y":"AQAB","kid":"a"}]}""")]
    [InlineData("not JSON")]
    public void A_set_without_a_usable_key_is_none(string text) => Assert.Null(KeySet.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task Fetches_over_http_without_redirects_and_within_limits()
    {
        using var signer = new TestSigner();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapGet("/good", () => signer.Keys);
        app.MapGet("/moved", () => Results.Redirect("/good"));
        app.MapGet("/large", () => signer.Keys + new string(' ', 300_000));
        app.MapGet("/html", () => "<html>");
        await app.StartAsync();
        using var fetcher = new HttpKeyFetcher();
        var address = new Uri(app.Urls.Single());

        Assert.NotNull(await fetcher.FetchAsync(new Uri(address, "/good"), default));
        foreach (var path in new[] { "/moved", "/large", "/html", "/none" })
        {
            Assert.Null(await fetcher.FetchAsync(new Uri(address, path), default));
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var closed = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.Null(await fetcher.FetchAsync(new Uri($"http://127.0.0.1:{closed}/"), default));
    }

    private async Task<int> CallAsync(TestSigner signer, string issuer, string? url)
    {
        using var response = await server.CallAsync(Discovery, signer.Sign(server.Claims(Discovery, issuer), header: head =>
        {
            if (url is not null)
            {
                head["jku"] = url;
            }
        }));
        return (int)response.StatusCode;
    }
}
