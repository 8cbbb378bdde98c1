using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Server.Tests.Standalone;

public class StandaloneHostTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Many_calls_at_once_get_each_their_own_answer()
    {
        var calls = Enumerable.Range(0, 400).Select(async number =>
        {
            var (path, body, status, cards) = (number % 4) switch
            {
                0 => ("/cds-services/test-sign", TestServices.Sign(TestServices.Covid), 200, 1),
                1 => ("/cds-services/test-view", TestServices.View(TestServices.NoCondition), 200, 0),
                2 => ("/cds-services/test-view", TestServices.View(), 412, -1),
                _ => ("/cds-services/test-view", "{", 400, -1),
            };
            using var response = await server.PostAsync(path, body);
            Assert.Equal(status, (int)response.StatusCode);
            var answer = await Bodies.ReadAsync(response);
            if (cards >= 0)
            {
                Assert.Equal(cards, answer.GetProperty("cards").GetArrayLength());
            }
        });

        await Task.WhenAll(calls);
    }

    /// <summary>A logger of the first name, at whatever level, is what makes the host create a span and a scope for each request.</summary>
    [Fact]
    public void The_host_makes_no_span_of_its_own_for_each_request()
    {
        var logs = server.Services.GetRequiredService<ILoggerFactory>();

        Assert.False(logs.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Critical));
        Assert.True(logs.CreateLogger("Microsoft.AspNetCore.Server.Kestrel").IsEnabled(LogLevel.Warning));
    }

    [Theory]
    [InlineData("POST /cds-services/test-view HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"hook\":")]
    [InlineData("POST /cds-services/test-view HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"hoo")]
    [InlineData("POST /cds-services/test-view HT")]
    public async Task A_client_that_goes_away_leaves_no_trace(string start)
    {
        var failures = server.Log.Lines.Count(line => line.StartsWith("Error", StringComparison.Ordinal));
        for (var i = 0; i < 5; i++)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port);
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(start));
            socket.Client.LingerState = new LingerOption(true, 0);
        }

        using var response = await server.Client.GetAsync("/cds-services");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(failures, server.Log.Lines.Count(line => line.StartsWith("Error", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Broken_chunks_are_a_bad_request()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Client.BaseAddress!.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync("POST /cds-services/test-view HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n"u8.ToArray());

        var answer = await new StreamReader(stream).ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("OperationOutcome", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Listens_on_this_machine_only() => Assert.Equal("127.0.0.1", server.Client.BaseAddress!.Host);
}
