using System.Text;
using System.Text.Json;
using FhirMsc.Server.Tests.Cli;

namespace FhirMsc.Server.Tests.Calls;

/// <summary>Every file of <c>fhir-resources/calls</c>: the request is sent as it stands, and the answer must be what the file expects.</summary>
public class CallTests(GuidelineServer server) : IClassFixture<GuidelineServer>
{
    private static readonly string Folder = Path.Combine(Tool.Root, "fhir-resources", "calls");

    private static readonly string[] Names = [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files => [.. Names];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Gets_the_answer_it_must_get(string file)
    {
        using var call = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, file)));
        var expect = call.RootElement.GetProperty("expect");

        using var response = await server.Client.PostAsync(
            $"/cds-services/{call.RootElement.GetProperty("service").GetString()}",
            new StringContent(call.RootElement.GetProperty("request").GetRawText(), Encoding.UTF8, "application/json"));

        var body = await response.Content.ReadAsStringAsync();
        Assert.True(expect.GetProperty("status").GetInt32() == (int)response.StatusCode, $"Status {(int)response.StatusCode}: {body}");
        var answer = await Bodies.ReadAsync(response);
        if (expect.TryGetProperty("cards", out var cards))
        {
            Assert.True(cards.GetArrayLength() == answer.GetProperty("cards").GetArrayLength(), body);
            foreach (var (expected, card) in cards.EnumerateArray().Zip(answer.GetProperty("cards").EnumerateArray()))
            {
                CheckCard(expected, card);
            }
        }
        else
        {
            Assert.Equal("OperationOutcome", answer.GetProperty("resourceType").GetString());
            Assert.All(Texts(expect, "issues"), part => Assert.Contains(part, body, StringComparison.Ordinal));
            Assert.DoesNotContain("pat-", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_call_is_described_and_expects_cards_or_issues()
    {
        Assert.NotEmpty(Names);
        foreach (var file in Names)
        {
            using var call = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)));
            var expect = call.RootElement.GetProperty("expect");

            Assert.Equal(["description", "service", "request", "expect"], call.RootElement.EnumerateObject().Select(member => member.Name));
            Assert.Equal(expect.GetProperty("status").GetInt32() == 200 ? "cards" : "issues", expect.EnumerateObject().Last().Name);
            Assert.All(
                expect.TryGetProperty("cards", out var cards) ? cards.EnumerateArray().SelectMany(card => card.EnumerateObject()) : [],
                member => Assert.Contains(member.Name, new[] { "indicator", "summaryContains", "detailContains", "detailLacks", "sourceUrl", "deletes" }));
        }
    }

    [Fact]
    public void Every_service_has_calls_with_and_without_a_card()
    {
        var calls = Names.Select(name => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name))).RootElement).ToList();

        foreach (var service in server.Services!.All)
        {
            var cards = calls.Where(call => call.GetProperty("service").GetString() == service.Description.Id && call.GetProperty("expect").TryGetProperty("cards", out _))
                .Select(call => call.GetProperty("expect").GetProperty("cards").GetArrayLength()).ToHashSet();
            Assert.True(cards.IsSupersetOf([0, 1]), service.Description.Id);
        }
    }

    private static void CheckCard(JsonElement expected, JsonElement card)
    {
        var detail = card.TryGetProperty("detail", out var text) ? text.GetString()! : string.Empty;
        Assert.Equal(expected.GetProperty("indicator").GetString(), card.GetProperty("indicator").GetString());
        Assert.InRange(card.GetProperty("summary").GetString()!.Length, 1, 139);
        Assert.All(Texts(expected, "summaryContains"), part => Assert.Contains(part, card.GetProperty("summary").GetString(), StringComparison.Ordinal));
        Assert.All(Texts(expected, "detailContains"), part => Assert.Contains(part, detail, StringComparison.Ordinal));
        Assert.All(Texts(expected, "detailLacks"), part => Assert.DoesNotContain(part, detail, StringComparison.Ordinal));
        Assert.Equal(Text(expected, "sourceUrl"), Text(card.GetProperty("source"), "url"));
        var deletes = card.TryGetProperty("suggestions", out var suggestions)
            ? suggestions.EnumerateArray().SelectMany(suggestion => suggestion.GetProperty("actions").EnumerateArray()).Where(action => action.GetProperty("type").GetString() == "delete").Select(action => action.GetProperty("resourceId").GetString()!)
            : [];
        Assert.Equal(Texts(expected, "deletes"), deletes);
        Assert.DoesNotContain('<', detail);
    }

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement owner, string name) => owner.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];
}
