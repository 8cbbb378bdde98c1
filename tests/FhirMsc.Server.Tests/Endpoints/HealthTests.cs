using FhirMsc.Server.Storage;
using FhirMsc.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FhirMsc.Server.Tests.Endpoints;

public class HealthTests
{
    [Fact]
    public async Task A_server_that_cannot_check_tokens_is_not_ready_until_it_can_again()
    {
        var server = new TrustedServer();
        await server.InitializeAsync();
        try
        {
            Assert.Equal((200, 200), (await StatusAsync(server, "/health/live"), await StatusAsync(server, "/health/ready")));
            Move(server.StateFile, server.StateFile + ".away");
            server.Clock.Elapsed += 2;
            Assert.Equal((200, 503), (await StatusAsync(server, "/health/live"), await StatusAsync(server, "/health/ready")));
            using (var call = await server.CallAsync("/cds-services", server.Signer.Sign(server.Claims("/cds-services"))))
            {
                await Bodies.ReadRefusalAsync(call, 503);
            }

            Move(server.StateFile + ".away", server.StateFile);
            server.Clock.Elapsed += 2;
            Assert.Equal(200, await StatusAsync(server, "/health/ready"));
            using var again = await server.CallAsync("/cds-services", server.Signer.Sign(server.Claims("/cds-services")));
            Assert.Equal(200, (int)again.StatusCode);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_server_without_tokens_that_cannot_keep_feedback_gives_cards_on_and_says_degraded()
    {
        var server = new StatelessServer();
        await server.InitializeAsync();
        try
        {
            using var ready = await server.Client.GetAsync("/health/ready");
            Assert.Equal(200, (int)ready.StatusCode);
            Assert.Equal("""{"status":"degraded","state":"the file of the state cannot be opened for writing"}""", await ready.Content.ReadAsStringAsync());
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_server_that_stops_is_not_ready()
    {
        var server = new TestServer();
        await server.InitializeAsync();
        try
        {
            using var before = await server.Client.GetAsync("/health/ready");
            Assert.Equal("""{"status":"ok"}""", await before.Content.ReadAsStringAsync());
            server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
            using var after = await server.Client.GetAsync("/health/ready");
            Assert.Equal("""{"status":"stopping"}""", await after.Content.ReadAsStringAsync());
            Assert.Equal(503, (int)after.StatusCode);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task<int> StatusAsync(TestServer server, string path)
    {
        using var response = await server.Client.GetAsync(path);
        return (int)response.StatusCode;
    }

    private static void Move(string from, string to)
    {
        foreach (var end in new[] { string.Empty, "-wal", "-shm" }.Where(end => File.Exists(from + end)))
        {
            File.Move(from + end, to + end);
        }
    }

    private sealed class StatelessServer() : TestServer(new FhirMscOptions { Storage = new StorageOptions { File = "/proc/no-such-folder/state.db" } });
}
