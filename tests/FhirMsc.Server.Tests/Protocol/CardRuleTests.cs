using System.Net;
using System.Text;
using System.Text.Json;
using FhirMsc.Server.Tests.Calls;
using FhirMsc.Server.Tests.Cli;

namespace FhirMsc.Server.Tests.Protocol;

/// <summary>What CDS Hooks 2.0.1 asks of every answer, held against the answers to all example calls of the first guideline.</summary>
public class CardRuleTests(GuidelineServer server) : IClassFixture<GuidelineServer>
{
    private static readonly string[] Indicators = ["info", "warning", "critical"];
    private static readonly string[] Behaviors = ["at-most-one", "any"];

    [Fact]
    public async Task Every_success_is_an_object_with_cards_in_json()
    {
        var answers = await AnswersAsync();

        Assert.True(answers.Count(answer => answer.Status == HttpStatusCode.OK) > 20);
        foreach (var (_, status, contentType, body) in answers)
        {
            Assert.Equal(status == HttpStatusCode.OK ? "application/json" : "application/fhir+json", contentType);
            Assert.Equal(status == HttpStatusCode.OK ? JsonValueKind.Array : JsonValueKind.Undefined, body.TryGetProperty("cards", out var cards) ? cards.ValueKind : JsonValueKind.Undefined);
            Assert.False(body.TryGetProperty("systemActions", out _));
        }
    }

    [Fact]
    public async Task Nothing_is_null_and_nothing_is_empty_but_the_list_of_cards()
    {
        foreach (var (file, _, _, body) in await AnswersAsync())
        {
            Walk(body, file, "$");
        }
    }

    [Fact]
    public async Task Nothing_to_say_is_200_with_an_empty_list()
    {
        var silent = (await AnswersAsync()).Where(answer => answer.Status == HttpStatusCode.OK && answer.Body.GetProperty("cards").GetArrayLength() == 0).ToList();

        Assert.NotEmpty(silent);
        Assert.All(silent, answer => Assert.Equal("""{"cards":[]}""", answer.Body.GetRawText()));
    }

    [Fact]
    public async Task Summary_indicator_and_source_are_as_the_specification_has_them()
    {
        var cards = await CardsAsync();

        Assert.NotEmpty(cards);
        foreach (var card in cards)
        {
            Assert.InRange(card.GetProperty("summary").GetString()!.Length, 1, 139);
            Assert.DoesNotContain("\n", card.GetProperty("summary").GetString(), StringComparison.Ordinal);
            Assert.Contains(card.GetProperty("indicator").GetString(), Indicators);
            Assert.Contains("NIH COVID-19 Treatment Guidelines", card.GetProperty("source").GetProperty("label").GetString(), StringComparison.Ordinal);
            Assert.True(IsWebAddress(card.GetProperty("source").GetProperty("url").GetString()));
            Assert.False(card.GetProperty("source").TryGetProperty("icon", out _));
        }

        // The source's address does not depend on the patient, and neither does the topic: clients go by it.
        Assert.Single(cards.Select(card => card.GetProperty("source").GetRawText()).Distinct());
        Assert.Equal(JsonValueKind.Object, cards[0].GetProperty("source").GetProperty("topic").ValueKind);
        Assert.NotEmpty(cards[0].GetProperty("source").GetProperty("topic").GetProperty("system").GetString()!);
        Assert.NotEmpty(cards[0].GetProperty("source").GetProperty("topic").GetProperty("code").GetString()!);
    }

    [Fact]
    public async Task Uuids_are_lower_case_and_never_come_twice()
    {
        var ids = (await CardsAsync()).SelectMany(card => Items(card, "suggestions").Select(suggestion => suggestion.GetProperty("uuid").GetString()!).Prepend(card.GetProperty("uuid").GetString()!)).ToList();

        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", id));
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Suggestions_do_something_and_name_the_order()
    {
        var withSuggestions = (await CardsAsync()).Where(card => card.TryGetProperty("suggestions", out _)).ToList();

        Assert.NotEmpty(withSuggestions);
        foreach (var card in withSuggestions)
        {
            Assert.Contains(card.GetProperty("selectionBehavior").GetString(), Behaviors);
            Assert.True(Items(card, "suggestions").Count(suggestion => suggestion.TryGetProperty("isRecommended", out var recommended) && recommended.GetBoolean()) <= 1);
            foreach (var suggestion in Items(card, "suggestions"))
            {
                Assert.StartsWith("Remove the order of mesenchymal stem cells", suggestion.GetProperty("label").GetString(), StringComparison.Ordinal);
                Assert.NotEmpty(Items(suggestion, "actions"));
                foreach (var action in Items(suggestion, "actions"))
                {
                    Assert.Equal("delete", action.GetProperty("type").GetString());
                    Assert.NotEmpty(action.GetProperty("description").GetString()!);
                    Assert.Matches("^(MedicationRequest|ServiceRequest)/[A-Za-z0-9.-]+$", action.GetProperty("resourceId").GetString()!);
                    Assert.False(action.TryGetProperty("resource", out _));
                    Assert.False(suggestion.TryGetProperty("actionSelectionBehavior", out _));
                }
            }
        }

        Assert.All((await CardsAsync()).Where(card => !card.TryGetProperty("suggestions", out _)), card => Assert.False(card.TryGetProperty("selectionBehavior", out _)));
    }

    [Fact]
    public async Task Override_reasons_are_the_exceptions_with_something_to_read()
    {
        foreach (var card in await CardsAsync())
        {
            var reasons = Items(card, "overrideReasons");
            Assert.Equal(3, reasons.Count);
            Assert.All(reasons, reason => Assert.All((string[])["system", "code", "display"], name => Assert.NotEmpty(reason.GetProperty(name).GetString()!)));
        }
    }

    [Fact]
    public async Task Links_are_absolute_and_say_so()
    {
        foreach (var card in await CardsAsync())
        {
            var links = Items(card, "links");
            Assert.Contains(links, link => link.GetProperty("url").GetString()!.Contains("clinicaltrials.gov", StringComparison.Ordinal));
            Assert.All(links, link =>
            {
                Assert.NotEmpty(link.GetProperty("label").GetString()!);
                Assert.Equal("absolute", link.GetProperty("type").GetString());
                Assert.True(IsWebAddress(link.GetProperty("url").GetString()));
                Assert.False(link.TryGetProperty("appContext", out _));
                Assert.False(link.TryGetProperty("autolaunchable", out _));
            });
        }
    }

    [Fact]
    public async Task The_detail_is_markdown_without_html()
    {
        foreach (var card in await CardsAsync())
        {
            Assert.DoesNotContain("<", card.GetProperty("detail").GetString(), StringComparison.Ordinal);
            Assert.Contains("| Study | Design |", card.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_an_order_calls_itself_is_never_markup()
    {
        var call = File.ReadAllText(Path.Combine(Folder, "covid19-and-msc-order.json")).Replace("Remestemcel-L infusion", "<img src=x onerror=alert(1)> **bold** [a](javascript:b)", StringComparison.Ordinal);
        using var parsed = JsonDocument.Parse(call);

        using var response = await PostAsync(parsed.RootElement);

        var card = (await Bodies.ReadAsync(response)).GetProperty("cards")[0];
        Assert.Contains("\\<img src=x onerror=alert(1)\\> \\*\\*bold\\*\\* \\[a\\]", card.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Remove the order of mesenchymal stem cells: <img src=x onerror=alert(1)> **bold** [a](javascript:b)", card.GetProperty("suggestions")[0].GetProperty("label").GetString());
    }

    private static readonly string Folder = Path.Combine(Tool.Root, "fhir-resources", "calls");

    private async Task<List<(string File, HttpStatusCode Status, string? ContentType, JsonElement Body)>> AnswersAsync()
    {
        var answers = new List<(string, HttpStatusCode, string?, JsonElement)>();
        foreach (var file in Directory.EnumerateFiles(Folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var call = JsonDocument.Parse(await File.ReadAllTextAsync(file));
            if (!call.RootElement.GetProperty("service").GetString()!.StartsWith("msc-", StringComparison.Ordinal))
            {
                continue;
            }

            using var response = await PostAsync(call.RootElement);
            answers.Add((Path.GetFileName(file), response.StatusCode, response.Content.Headers.ContentType?.MediaType, await Bodies.ReadAsync(response)));
        }

        return answers;
    }

    private async Task<List<JsonElement>> CardsAsync() =>
        [.. (await AnswersAsync()).Where(answer => answer.Status == HttpStatusCode.OK).SelectMany(answer => answer.Body.GetProperty("cards").EnumerateArray())];

    private Task<HttpResponseMessage> PostAsync(JsonElement call) => server.Client.PostAsync(
        $"/cds-services/{call.GetProperty("service").GetString()}",
        new StringContent(call.GetProperty("request").GetRawText(), Encoding.UTF8, "application/json"));

    /// <summary>A path alone would be an absolute address too, of a file.</summary>
    private static bool IsWebAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http";

    private static List<JsonElement> Items(JsonElement owner, string name) => owner.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

    private static void Walk(JsonElement element, string file, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.True(element.EnumerateObject().Any(), $"{file}: {path} is empty");
                foreach (var member in element.EnumerateObject())
                {
                    Walk(member.Value, file, $"{path}.{member.Name}");
                }

                break;
            case JsonValueKind.Array:
                Assert.True(element.GetArrayLength() > 0 || path == "$.cards", $"{file}: {path} is empty");
                foreach (var item in element.EnumerateArray())
                {
                    Walk(item, file, path + "[]");
                }

                break;
            case JsonValueKind.String:
                Assert.False(string.IsNullOrEmpty(element.GetString()), $"{file}: {path} is empty");
                break;
            default:
                Assert.True(element.ValueKind != JsonValueKind.Null, $"{file}: {path} is null");
                break;
        }
    }
}
