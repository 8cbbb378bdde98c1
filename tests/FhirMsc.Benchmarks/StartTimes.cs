using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace FhirMsc.Benchmarks;

/// <summary>
/// How long a published file takes from the start of its process until it is ready and until the first card, as a user would see it: first with nothing remembered, then as often
/// as wanted with what the start before has left.
/// </summary>
internal static class StartTimes
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Measures and prints a table.</summary>
    /// <param name="program">The published file.</param>
    /// <param name="times">How many starts of each kind.</param>
    public static async Task<int> RunAsync(string program, int times)
    {
        using var call = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(ExampleCalls.Root, "calls", "covid19-and-msc-order.json")));
        var path = $"/cds-services/{call.RootElement.GetProperty("service").GetString()}";
        var body = Encoding.UTF8.GetBytes(call.RootElement.GetProperty("request").GetRawText());
        var folder = Directory.CreateTempSubdirectory("fhirmsc-start");
        try
        {
            var cache = Path.Combine(folder.FullName, "verified");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(program).Length / 1e6:0.0} MB, {times} starts of each kind, ms: least and median"));
            var cold = new List<Start>();
            for (var i = 0; i < times; i++)
            {
                cold.Add(await StartAsync(program, "off", folder, path, body));
            }

            Print("nothing remembered", cold);

            // The first fills the cache; the server keeps what it has validated after it is ready.
            await StartAsync(program, cache, folder, path, body, until: () => Directory.Exists(cache) && Directory.GetFiles(cache, "*.verified").Length == 3);
            var warm = new List<Start>();
            for (var i = 0; i < times; i++)
            {
                warm.Add(await StartAsync(program, cache, folder, path, body));
            }

            Print("verified before", warm);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Print(string kind, List<Start> starts)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-20} ready {Of(start => start.Ready)}   first card {Of(start => start.Card)}   processor time until the card {Of(start => start.Processor)}"));

        string Of(Func<Start, TimeSpan> value)
        {
            var sorted = starts.Select(start => value(start).TotalMilliseconds).Order().ToList();
            return string.Create(CultureInfo.InvariantCulture, $"{sorted[0],5:0} {sorted[sorted.Count / 2],5:0}");
        }
    }

    private static async Task<Start> StartAsync(string program, string cache, DirectoryInfo folder, string path, byte[] body, Func<bool>? until = null)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program, ["serve", "--port", port.ToString(CultureInfo.InvariantCulture)])
        {
            WorkingDirectory = Path.GetDirectoryName(ExampleCalls.Root)!,
            RedirectStandardOutput = true,
        };
        start.Environment["FhirMsc__Cache"] = cache;
        start.Environment["FhirMsc__Storage__File"] = Path.Combine(folder.FullName, "state.db");

        // A new connection each time, and all that a client needs set up before the clock runs.
        using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = Patience }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        try
        {
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            while (!await IsReadyAsync(client))
            {
                if (process.HasExited || clock.Elapsed > Patience)
                {
                    throw new InvalidOperationException("The server did not become ready.");
                }

                await Task.Delay(Poll);
            }

            var ready = clock.Elapsed;
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new("application/json");
            using var response = await client.PostAsync(path, content);
            var answer = await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
            var card = clock.Elapsed;
            if (!answer.Contains("\"summary\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("The answer holds no card.");
            }

            process.Refresh();
            var processor = process.TotalProcessorTime;
            while (until is not null && !until() && clock.Elapsed < Patience)
            {
                await Task.Delay(Poll);
            }

            return new Start(ready, card, processor);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private sealed record Start(TimeSpan Ready, TimeSpan Card, TimeSpan Processor);
}
