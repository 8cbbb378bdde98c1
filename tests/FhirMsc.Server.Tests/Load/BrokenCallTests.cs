using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using FhirMsc.Server.Tests.Security;
using Xunit.Abstractions;

namespace FhirMsc.Server.Tests.Load;

/// <summary>Bad input in large numbers. FHIRMSC_BROKEN_CALLS sets how many; the count of the nightly run is 100,000.</summary>
public class BrokenCallTests(ITestOutputHelper output)
{
    private const int Seed = 20260301;

    private static readonly int[] Allowed = [200, 400, 401, 412, 413, 415];

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("FHIRMSC_BROKEN_CALLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 4_000;

    [Fact]
    public async Task Calls_broken_at_random_get_an_answer_that_is_stated_and_memory_stays_flat()
    {
        var server = new TrustedServer();
        await server.InitializeAsync();
        try
        {
            var statuses = new ConcurrentDictionary<int, int>();
            await RunAsync(server, Seed, Count / 2, statuses);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            server.Log.Lines.Clear();
            await RunAsync(server, Seed + 100, Count / 2, statuses);
            server.Log.Lines.Clear();
            var after = GC.GetTotalMemory(forceFullCollection: true);

            var summary = $"seed {Seed}: {string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Key}: {status.Value}"))}; memory {before / 1024} KiB, then {after / 1024} KiB";
            output.WriteLine(summary);
            Assert.True(statuses.Keys.All(Allowed.Contains), summary);
            Assert.True(statuses.GetValueOrDefault(400) > Count / 10 && statuses.GetValueOrDefault(401) > Count / 10, summary);
            Assert.True(after < before + (16 * 1024 * 1024), summary);
            using var ready = await server.Client.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Clients_that_send_a_byte_now_and_then_are_cut_off_and_keep_nobody_else_waiting()
    {
        var server = new SlowServer();
        await server.InitializeAsync();
        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 50; i++)
            {
                var socket = new TcpClient();
                slow.Add(socket);
                await socket.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port);
                await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /cds-services/test-view HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"));
            }

            using var call = await server.PostAsync("/cds-services/test-view", TestServices.View(TestServices.NoCondition));
            Assert.Equal(HttpStatusCode.OK, call.StatusCode);
            foreach (var socket in slow)
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
                var buffer = new byte[64];
                var read = await socket.GetStream().ReadAsync(buffer, patience.Token);
                Assert.StartsWith("HTTP/1.1 408", Encoding.ASCII.GetString(buffer, 0, read), StringComparison.Ordinal);
            }

            Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal));
        }
        finally
        {
            slow.ForEach(socket => socket.Dispose());
            await server.DisposeAsync();
        }
    }

    private static async Task RunAsync(TrustedServer server, int seed, int count, ConcurrentDictionary<int, int> statuses) =>
        await Task.WhenAll(Enumerable.Range(0, 4).Select(lane => Task.Run(async () =>
        {
            var calls = new BrokenCalls(server, seed + lane);
            for (var i = 0; i < count / 4; i++)
            {
                using var request = calls.Next();
                using var response = await server.Client.SendAsync(request);
                statuses.AddOrUpdate((int)response.StatusCode, 1, (_, known) => known + 1);
            }
        })));

    private sealed class SlowServer() : TestServer(new FhirMscOptions { ReadTimeout = TimeSpan.FromSeconds(2) });
}
