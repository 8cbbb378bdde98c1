using System.Net;
using FhirMsc.Server.Security;
using FhirMsc.Server.Standalone;

namespace FhirMsc.Server.Tests.Security;

/// <summary>Open only on this machine, or where the settings say so.</summary>
public sealed class OpennessTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.7")]
    [InlineData("Forwarded", "for=192.0.2.7")]
    [InlineData("X-Real-IP", "192.0.2.7")]
    public async Task A_proxy_on_this_machine_is_not_the_caller(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cds-services");
        request.Headers.Add(header, value);
        using var response = await server.Client.SendAsync(request);

        await Bodies.ReadRefusalAsync(response, 403, "192.0.2.7");
    }

    [Fact]
    public async Task A_server_that_is_declared_open_says_so_in_its_log()
    {
        var open = new OpenServer();
        await open.InitializeAsync();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/cds-services");
            request.Headers.Add("X-Forwarded-For", "192.0.2.7");
            using var response = await open.Client.SendAsync(request);

            Assert.Equal(200, (int)response.StatusCode);
            Assert.Contains(open.Log.Lines, line => line.StartsWith("Warning Open:", StringComparison.Ordinal));
        }
        finally
        {
            await open.DisposeAsync();
        }
    }

    [Fact]
    public void A_server_for_other_machines_does_not_start_before_it_is_told_whom_to_trust()
    {
        var options = new StandaloneOptions { Address = IPAddress.Any, Endpoints = new FhirMscOptions { FhirHosts = ["https://ehr.example.org"] } };

        Assert.Contains("whom to trust", Assert.Throws<ArgumentException>(() => StandaloneHost.Build(TestServices.Catalog, TestServices.Hooks, options)).Message, StringComparison.Ordinal);
    }

    private sealed class OpenServer() : TestServer(new FhirMscOptions { Trust = new TrustOptions { Open = true } });
}
