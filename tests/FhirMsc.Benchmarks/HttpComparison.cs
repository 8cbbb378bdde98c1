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
    private const int Rounds = 5;

    private static readonly string[] Kinds = ["bare", "ours"];

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

            Console.WriteLine($"Body {body.Length} bytes, {Rounds} rounds of {seconds} s each, in turn; a first round warms up and is not counted.");
            var results = new List<(string Kind, double Rate, double P99)>();
            for (var round = 0; round <= Rounds; round++)
            {
                foreach (var (kind, _, url) in servers)
                {
                    var (rate, p99) = await WrkAsync(script, url, seconds);
                    if (round > 0)
                    {
                        results.Add((kind, rate, p99));
                        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-5} {rate,9:0} requests/s, p99 {p99:0.00} ms"));
                    }
                }
            }

            double Median(string kind, Func<(string Kind, double Rate, double P99), double> value) => results.Where(result => result.Kind == kind).Select(value).Order().ElementAt(Rounds / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Medians: {Median("ours", r => r.Rate) / Median("bare", r => r.Rate):P0} of the throughput, p99 {Median("ours", r => r.P99) / Median("bare", r => r.P99):0.00} times."));
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
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, $"serve {kind}") { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.EndsWith(service, StringComparison.Ordinal))
            {
                return (kind, process, line);
            }
        }

        throw new InvalidOperationException($"The server '{kind}' did not start.");
    }

    private static async Task<(double Rate, double P99)> WrkAsync(string script, string url, int seconds)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk", $"-t1 -c32 -d{seconds}s --latency -s {script} {url}") { RedirectStandardOutput = true })!;
        var text = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (text.Contains("Non-2xx", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"Answers other than 200:\n{text}");
        }

        var p99 = Latency().Match(text);
        return (Number(Rate().Match(text).Groups[1].Value), Number(p99.Groups[1].Value) * p99.Groups[2].Value switch { "us" => 0.001, "s" => 1000, _ => 1 });
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([0-9.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+([0-9.]+)(us|ms|s)")]
    private static partial Regex Latency();
}
