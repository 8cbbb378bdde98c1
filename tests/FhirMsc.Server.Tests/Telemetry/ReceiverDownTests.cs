using System.Net;
using System.Net.Sockets;
using FhirMsc.Server.Telemetry;
using FhirMsc.Server.Tests.Security;

namespace FhirMsc.Server.Tests.Telemetry;

/// <summary>Whoever watches may be away: the watched goes on as if nobody had been told to watch.</summary>
public class ReceiverDownTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_receiver_that_is_down_or_hangs_changes_no_answer_and_does_not_hold_up_the_end(bool hangs)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        if (!hangs)
        {
            // Nobody listens there any more: connections are refused. The other one takes them and never answers.
            listener.Stop();
        }

        var server = new TrustedServer(new TelemetryOptions { Endpoint = new Uri($"http://127.0.0.1:{port}") });
        await server.InitializeAsync();
        try
        {
            for (var i = 0; i < 50; i++)
            {
                using var refused = await server.Client.GetAsync("/cds-services");
                Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            }

            using var ready = await server.Client.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        }
        finally
        {
            await server.DisposeAsync().WaitAsync(TimeSpan.FromSeconds(40));
        }
    }
}
