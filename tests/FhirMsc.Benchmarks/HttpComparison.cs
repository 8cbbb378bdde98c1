using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using FhirMsc.Decisions;
using FhirMsc.Hooks;
using FhirMsc.Server.Standalone;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FhirMsc.Benchmarks;

/// <summary>
/// The whole server beside a bare Kestrel endpoint that parses the same body with JsonDocument and returns a canned card: each in a process of its own, loaded in
/// turn by wrk, one thread and 32 connections.
/// </summary>
internal static partial class HttpComparison
{
    private const int Rounds = 7;
    private const int WarmRounds = 4;

    private static readonly string[] Kinds = ["bare", "ours"];

    /// <summary>Settings of the runtime, the same for both: those of <c>fhirmsc serve</c> in the container of the README. This program's own are for BenchmarkDotNet.</summary>
    private static readonly (string Name, string Value)[] Runtime = [("DOTNET_TieredPGO", "1"), ("DOTNET_gcServer", "0"), ("DOTNET_gcConcurrent", "1"), ("DOTNET_ThreadPool_ForceMinWorkerThreads", "4")];

    /// <summary>Runs the comparison and prints a table.</summary>
    /// <param name="seconds">Length of one round of one server.</param>
    public static async Task<int> RunAsync(int seconds)
    {
        var (service, body) = ExampleCalls.TwelveKilobytes();
        var folder = Directory.CreateTempSubdirectory("fhirmsc-load");
        var servers = new List<(string Kind, Process Process, string Url)>();
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "body.json"), body);
            var script = Path.Combine(folder.FullName, "post.lua");
            await File.WriteAllTextAsync(script, $"local f = io.open('{folder.FullName}/body.json', 'rb')\nwrk.method = 'POST'\nwrk.body = f:read('*a')\nwrk.headers['Content-Type'] = 'application/json'\n");
            foreach (var kind in Kinds)
            {
                servers.Add(await StartAsync(kind, service));
            }

            Console.WriteLine($"Body {body.Length} bytes, {Rounds} rounds of {seconds} s each, in turn, after {WarmRounds} that warm up.");
            var results = new List<Dictionary<string, Sample>>();
            for (var round = -WarmRounds; round < Rounds; round++)
            {
                var samples = new Dictionary<string, Sample>();
                foreach (var (kind, process, url) in servers)
                {
                    var sample = samples[kind] = await WrkAsync(script, url, seconds, process);
                    if (round >= 0)
                    {
                        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-5} {sample.Rate,9:0} requests/s, p99 {sample.P99:0.00} ms, {sample.Processor:0.0} µs of processor time a request"));
                    }
                }

                if (round >= 0)
                {
                    results.Add(samples);
                }
            }

            double Ratio(Func<Sample, double> value) => results.Select(samples => value(samples["ours"]) / value(samples["bare"])).Order().ElementAt(Rounds / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Medians of the rounds' ratios: {Ratio(one => one.Rate):P0} of the throughput, p99 {Ratio(one => one.P99):0.00} times, processor time {Ratio(one => one.Processor):0.00} times."));
            return 0;
        }
        finally
        {
            foreach (var (_, process, _) in servers)
            {
                process.Kill();
                process.Dispose();
            }

            folder.Delete(recursive: true);
        }
    }

    /// <summary>Serves until the process is ended; prints the address of the call.</summary>
    public static async Task<int> ServeAsync(string kind)
    {
        var (service, body) = ExampleCalls.TwelveKilobytes();
        if (kind == "bare")
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            var bare = builder.Build();
            var canned = new byte[1_500];
            canned.AsSpan().Fill((byte)'x');
            "{\"cards\":[{\"summary\":\""u8.CopyTo(canned);
            "\"}]}"u8.CopyTo(canned.AsSpan(^4..));
            bare.MapPost("/cds-services/{id}", async (HttpContext context) =>
            {
                using var parsed = await JsonDocument.ParseAsync(context.Request.Body);
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = canned.Length;
                await context.Response.Body.WriteAsync(canned);
            });
            await bare.StartAsync();
            Console.WriteLine($"{bare.Urls.Single()}/cds-services/{service}");
            await bare.WaitForShutdownAsync();
            return 0;
        }

        var catalog = ExampleCalls.Catalog();
        var services = HookServices.Create(PlanReader.Read(catalog, TimeProvider.System).Plans.Select(HookService.For), out _)!;
        var app = StandaloneHost.Build(catalog, services, new StandaloneOptions());
        await app.StartAsync();
        Console.WriteLine($"{app.Urls.Single()}/cds-services/{service}");
        await app.WaitForShutdownAsync();
        return body.Length;
    }

    private static async Task<(string Kind, Process Process, string Url)> StartAsync(string kind, string service)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, $"serve {kind}") { RedirectStandardOutput = true };
        foreach (var (name, value) in Runtime)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.EndsWith(service, StringComparison.Ordinal))
            {
                return (kind, process, line);
            }
        }

        throw new InvalidOperationException($"The server '{kind}' did not start.");
    }

    private static async Task<Sample> WrkAsync(string script, string url, int seconds, Process server)
    {
        server.Refresh();
        var before = server.TotalProcessorTime;
        using var wrk = Process.Start(new ProcessStartInfo("wrk", $"-t1 -c32 -d{seconds}s --latency -s {script} {url}") { RedirectStandardOutput = true })!;
        var text = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (text.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Answers other than 200:\n{text}");
        }

        server.Refresh();
        var processor = (server.TotalProcessorTime - before).TotalMicroseconds / Number(Count().Match(text).Groups[1].Value);
        var p99 = Latency().Match(text);
        return new Sample(Number(Rate().Match(text).Groups[1].Value), Number(p99.Groups[1].Value) * p99.Groups[2].Value switch { "us" => 0.001, "s" => 1000, _ => 1 }, processor);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"([0-9]+) requests in")]
    private static partial Regex Count();

    [GeneratedRegex(@"99%\s+([0-9.]+)(us|ms|s)")]
    private static partial Regex Latency();

    /// <summary>One round of one server.</summary>
    /// <param name="Rate">Requests a second.</param>
    /// <param name="P99">99th percentile of the latency, in milliseconds.</param>
    /// <param name="Processor">Processor time of the server for one request, in microseconds: of the three the one that other work on the machine changes least.</param>
    private sealed record Sample(double Rate, double P99, double Processor);
}
