using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FhirMsc.Server.Tests.Calls;
using FhirMsc.Server.Tests.Cli;

namespace FhirMsc.Server.Tests.Protocol;

/// <summary>Answers are written into memory that is used again for others: none may show what belongs to another.</summary>
public partial class ParallelCallTests(GuidelineServer server) : IClassFixture<GuidelineServer>
{
    private const int Clients = 16;
    private const int Seed = 20261126;

    [Fact]
    public async Task Many_different_calls_at_once_get_the_answers_that_each_gets_alone()
    {
        var calls = new List<(string File, string Service, string Request)>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Tool.Root, "fhir-resources", "calls"), "*.json").Order(StringComparer.Ordinal))
        {
            using var call = JsonDocument.Parse(await File.ReadAllTextAsync(file));
            calls.Add((Path.GetFileName(file), call.RootElement.GetProperty("service").GetString()!, call.RootElement.GetProperty("request").GetRawText()));
        }

        var alone = new Dictionary<string, string>();
        foreach (var (file, service, request) in calls)
        {
            alone[file] = await AnswerAsync(service, request);
        }

        Assert.True(alone.Values.Distinct().Count() > 10);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            var random = new Random(Seed + client);
            for (var round = 0; round < 3; round++)
            {
                foreach (var (file, service, request) in calls.OrderBy(_ => random.Next()).ToList())
                {
                    Assert.Equal(alone[file], await AnswerAsync(service, request));
                }
            }
        })));
    }

    private async Task<string> AnswerAsync(string service, string request)
    {
        using var content = new StringContent(request, Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync($"/cds-services/{service}", content);
        return $"{(int)response.StatusCode} {Uuid().Replace(await response.Content.ReadAsStringAsync(), "uuid")}";
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Uuid();
}
