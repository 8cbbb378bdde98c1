using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using FhirMsc.Cli;
using FhirMsc.Server.Tests.Cli;

namespace FhirMsc.Server.Tests.Endpoints;

/// <summary>Feedback on cards of the real guideline, sent to the tool as a process of its own that is then killed.</summary>
public sealed class KeptFeedbackTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fhirmsc-feedback-");

    private string State => Path.Combine(folder.FullName, "state.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_acknowledged_survives_the_kill_of_the_process_and_is_reported()
    {
        var acknowledged = 0;
        using (var server = Start(State, out var address))
        {
            using var client = new HttpClient { BaseAddress = address };
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var (card, suggestion) = await CardAsync(client);

            // Many at once, and the kill in the midst of them.
            var calls = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
            {
                while (!patience.IsCancellationRequested)
                {
                    // New identifiers with the mark of the card's advice: the first 32 bits.
                    var other = card[..9] + Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture)[9..14] + "8" + Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture)[15..];
                    using var response = await client.PostAsync("/cds-services/msc-covid19-order-sign/feedback", Json(Accepted(other, suggestion)));
                    if (response.StatusCode != HttpStatusCode.OK)
                    {
                        break;
                    }

                    if (Interlocked.Increment(ref acknowledged) == 200)
                    {
                        server.Kill();
                    }
                }
            })).ToList();
            await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(calls));
            await server.WaitForExitAsync();
        }

        var (exit, csv, error) = await FeedbackAsync("--format", "csv");
        Assert.True(exit == 0, error);
        var line = csv.Split("\r\n")[1].Split(',');
        Assert.Equal(["msc-covid19-order-sign", "advise"], line[..2]);

        // Up to eight more were written whose answers the kill cut off.
        Assert.InRange(int.Parse(line[2], CultureInfo.InvariantCulture), acknowledged, acknowledged + 8);
        Assert.InRange(acknowledged, 200, 1_000_000);
    }

    [Fact]
    public async Task Reasons_are_those_that_the_card_offers_and_nothing_that_a_client_writes_is_kept()
    {
        using (var server = Start(State, out var address))
        {
            using var client = new HttpClient { BaseAddress = address };
            var (card, _) = await CardAsync(client);
            var (other, _) = await CardAsync(client);
            foreach (var body in new[]
            {
                Overridden(card, "exception-clinical-trial"), Overridden(other, "JaneDoe"), Overridden("JaneDoe", "exception-clinical-trial"),
            })
            {
                using var response = await client.PostAsync("/cds-services/msc-covid19-order-sign/feedback", Json(body));
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            }

            server.Kill();
            await server.WaitForExitAsync();
        }

        Assert.All(folder.GetFiles(), file => Assert.DoesNotContain("JaneDoe", File.ReadAllText(file.FullName, System.Text.Encoding.Latin1), StringComparison.Ordinal));
        var (_, table, _) = await FeedbackAsync();
        Assert.Contains("exception-clinical-trial 1 (50.0 %)", table, StringComparison.Ordinal);
        Assert.Contains("other 1 (50.0 %)", table, StringComparison.Ordinal);
        Assert.Contains("(unknown card)", table, StringComparison.Ordinal);

        var report = Path.Combine(folder.FullName, "report.json");
        Assert.Equal(0, (await FeedbackAsync("--format", "measurereport", "--output", report)).Exit);
        using var output = new StringWriter();
        var exit = await CommandLine.RunAsync(["validate", report], output, output, CancellationToken.None);
        Assert.True(exit == 0, output.ToString());
    }

    private static Process Start(string state, out Uri address)
    {
        var server = Tool.Start(new Dictionary<string, string?> { ["FhirMsc__Storage__File"] = state }, "serve", "--port", "0");
        address = new Uri(Tool.ReadUntil(server, "/cds-services").Split("/cds-services")[0].Split(' ')[^1]);
        return server;
    }

    private static async Task<(string Card, string Suggestion)> CardAsync(HttpClient client)
    {
        var call = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Tool.Root, "fhir-resources", "calls", "covid19-and-msc-order.json"))).RootElement;
        using var response = await client.PostAsync("/cds-services/msc-covid19-order-sign", Json(call.GetProperty("request").GetRawText()));
        var card = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("cards")[0];
        return (card.GetProperty("uuid").GetString()!, card.GetProperty("suggestions")[0].GetProperty("uuid").GetString()!);
    }

    private static string Accepted(string card, string suggestion) =>
        $$"""{"feedback":[{"card":"{{card}}","outcome":"accepted","acceptedSuggestions":[{"id":"{{suggestion}}"}],"outcomeTimestamp":"2026-03-01T12:00:00.52Z"}]}""";

    private static string Overridden(string card, string reason) =>
        $$$"""{"feedback":[{"card":"{{{card}}}","outcome":"overridden","outcomeTimestamp":"2026-03-01T12:00:00.52Z","overrideReason":{"reason":{"system":"https://example.org","code":"{{{reason}}}"},"userComment":"JaneDoe"} }]}""";

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private async Task<(int Exit, string Output, string Error)> FeedbackAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(["feedback", "--state", State, .. arguments], output, error, CancellationToken.None);
        return (exit, output.ToString(), error.ToString());
    }
}
