using System.Buffers;
using System.Text.Json;
using FhirMsc.Decisions;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks;
using FhirMsc.Hooks.Cards;

namespace FhirMsc.Tests.Hooks;

public class HookServiceTests
{
    private static readonly PlanInput Conditions = new("conditions", "Condition", "Condition?patient={{context.patientId}}", "no conditions");

    private static readonly AppliedAction Action = new()
    {
        Id = "advise",
        Title = "Recommended against mesenchymal stem cells for COVID-19, except in a clinical trial",
        Description = "The Panel **recommends against**.",
        Priority = "urgent",
        Documentation =
        [
            Samples.Node("""{"type":"documentation","display":"NIH guidelines (archived)","url":"https://example.org/page"}"""),
            Samples.Node("""{"type":"documentation","label":"Trials","url":"https://clinicaltrials.gov/search"}"""),
            Samples.Node("""{"type":"citation","citation":"Printed only"}"""),
        ],
        OverrideReasons =
        [
            Samples.Node("""{"system":"https://example.org/reasons","code":"trial","display":"Clinical trial"}"""),
            Samples.Node("""{"system":"https://example.org/reasons","code":"eap"}"""),
        ],
        Topic = Samples.Node("""{"system":"https://example.org/topics","code":"msc","display":"Mesenchymal stem cells"}"""),
        Actions = [new AppliedAction { Id = "remove", Title = "Remove the order", Type = "remove", Resources = [Samples.Node(Samples.Order)], Description = "Removes it" }],
        Behaviors = ActionBehaviors.None with { Selection = "at-most-one" },
    };

    [Fact]
    public void An_action_becomes_a_card_with_all_that_it_says()
    {
        var card = Assert.Single(Cards(Applied([Action])).EnumerateArray());

        Assert.Equal(Id(1), card.GetProperty("uuid").GetString());
        Assert.Equal(Action.Title, card.GetProperty("summary").GetString());
        Assert.Equal($"{Action.Description}\n\n**About**: remestemcel-L", card.GetProperty("detail").GetString());
        Assert.Equal("warning", card.GetProperty("indicator").GetString());
        Assert.Equal(
            """{"label":"NIH guidelines (archived)","url":"https://example.org/page","topic":{"system":"https://example.org/topics","code":"msc","display":"Mesenchymal stem cells"}}""",
            card.GetProperty("source").GetRawText());
        Assert.Equal(
            $$"""[{"label":"Remove the order: remestemcel-L","uuid":"{{Id(2)}}","actions":[{"type":"delete","description":"Removes it: remestemcel-L","resourceId":"MedicationRequest/msc-1"}]}]""",
            card.GetProperty("suggestions").GetRawText());
        Assert.Equal("at-most-one", card.GetProperty("selectionBehavior").GetString());
        Assert.Equal(
            """[{"system":"https://example.org/reasons","code":"trial","display":"Clinical trial"},{"system":"https://example.org/reasons","code":"eap","display":"eap"}]""",
            card.GetProperty("overrideReasons").GetRawText());
        Assert.Equal("""[{"label":"Trials","url":"https://clinicaltrials.gov/search","type":"absolute"}]""", card.GetProperty("links").GetRawText());
    }

    [Fact]
    public void What_an_action_does_not_have_is_not_written()
    {
        var card = Assert.Single(Cards(Applied([new AppliedAction { Id = "a", Title = "Short", Priority = "routine" }])).EnumerateArray());

        Assert.Equal(["uuid", "summary", "indicator", "source"], card.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""{"label":"Test service"}""", card.GetProperty("source").GetRawText());
    }

    [Theory]
    [InlineData("routine", "info")]
    [InlineData("urgent", "warning")]
    [InlineData("asap", "warning")]
    [InlineData("stat", "critical")]
    [InlineData("at once!", "warning")]
    public void Priority_gives_the_indicator(string priority, string indicator) =>
        Assert.Equal(indicator, Cards(Applied([Action with { Priority = priority }]))[0].GetProperty("indicator").GetString());

    [Fact]
    public void Nothing_to_say_is_an_empty_list() => Assert.Equal("[]", Cards(Applied([])).GetRawText());

    [Fact]
    public void Nothing_decided_is_no_empty_list()
    {
        var answer = Answer(Applied([], new Undecided("conditions", "not sent", "text"), new Undecided("conditions", "not sent", "text"), new Undecided("orders", "gone", null), new Undecided("which", "no answer", "Nobody knows.")));

        Assert.Empty(answer.Cards);
        Assert.Equal([HookIssues.NotAvailable, HookIssues.OrdersNotAvailable, HookIssues.NotDecided], answer.Missing.Select(issue => issue.Kind));
        Assert.Contains("'conditions': not sent. Send it as prefetch", answer.Missing[0].Text, StringComparison.Ordinal);
        Assert.Contains("'orders', the orders of the call: gone", answer.Missing[1].Text, StringComparison.Ordinal);
        Assert.EndsWith("'which' cannot be told: Nobody knows.", answer.Missing[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_beside_something_undecided_comes_with_a_card_that_says_so()
    {
        var cards = Cards(Applied([Action], new Undecided("virusTests", "failed", "Tests could not be read.")));

        Assert.Equal(2, cards.GetArrayLength());
        Assert.Equal("info", cards[1].GetProperty("indicator").GetString());
        Assert.Contains("- Tests could not be read.", cards[1].GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("NIH guidelines (archived)", cards[1].GetProperty("source").GetProperty("label").GetString());
    }

    [Fact]
    public void Notes_stand_below_the_detail_under_a_heading()
    {
        var notes = new[] { new Undecided("trials", "not sent", "Trials\nare not known."), new Undecided("<b>x</b>", "a*b", null) };

        Assert.Equal(
            "The Panel **recommends against**.\n\n**About**: remestemcel-L\n\n**Could not be told from the data at hand**\n\n- Trials are not known.\n- \\<b\\>x\\</b\\>: a\\*b",
            Cards(Applied([Action with { Notes = notes }]))[0].GetProperty("detail").GetString());
    }

    [Fact]
    public void A_suggestion_without_an_action_is_told_and_is_no_button()
    {
        var card = Cards(Applied([Action with { Actions = [new AppliedAction { Id = "x", Title = "Order something else", Type = "create" }, new AppliedAction { Id = "y", Title = "Remove it", Type = "remove", Resources = [Samples.Node("""{"resourceType":"MedicationRequest"}""")] }] }]))[0];

        Assert.False(card.TryGetProperty("suggestions", out _));
        Assert.False(card.TryGetProperty("selectionBehavior", out _));
        Assert.EndsWith("**Suggested**\n\n- Order something else\n- Remove it", card.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exactly-one", "at-most-one")]
    [InlineData("at-most-one", "at-most-one")]
    [InlineData("all", "any")]
    [InlineData(null, "any")]
    public void Selection_behaviour_is_one_of_the_two_of_the_specification(string? planned, string written) =>
        Assert.Equal(written, Cards(Applied([Action with { Behaviors = ActionBehaviors.None with { Selection = planned } }]))[0].GetProperty("selectionBehavior").GetString());

    [Fact]
    public void Identifiers_are_new_for_every_answer_and_lower_case()
    {
        var service = Service(_ => Applied([Action]));
        var ids = new RandomCardIds();
        var request = Samples.Request(Samples.View(), "patient-view");

        var seen = Enumerable.Range(0, 5).SelectMany(_ => service.Answer(request, ids).Cards).SelectMany(card => card.Suggestions.Select(suggestion => suggestion.Uuid).Prepend(card.Uuid)).ToList();

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Matches("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", Cards(Applied([Action]))[0].GetProperty("uuid").GetString()!);
    }

    [Fact]
    public void The_plan_is_given_what_the_request_holds()
    {
        PatientData? seen = null;
        var service = Service(data =>
        {
            seen = data;
            return Applied([]);
        });

        service.Answer(Samples.Request(Samples.View($$"""{"conditions":{{Samples.Condition}}}"""), "patient-view"), new RandomCardIds());

        Assert.Single(seen!.Inputs["conditions"].Resources);
        Assert.Contains("Condition/c1", seen.References.Keys);
    }

    private static AppliedPlan Applied(IReadOnlyList<AppliedAction> actions, params IReadOnlyList<Undecided> undecided) => new() { Actions = actions, Undecided = undecided, Trace = [] };

    private static HookService Service(Func<PatientData, AppliedPlan> apply) =>
        new(new ServiceDescription { Id = "test", Hook = "patient-view", Title = "Test service", Description = "For tests.", Inputs = [Conditions, new PlanInput("orders", "MedicationRequest", null, null)] }, apply);

    private static HookAnswer Answer(AppliedPlan plan) => Service(_ => plan).Answer(Samples.Request(Samples.View(), "patient-view"), new CountedIds());

    private static JsonElement Cards(AppliedPlan plan)
    {
        var output = new ArrayBufferWriter<byte>();
        CardWriter.Write(Answer(plan).Cards, output);
        Assert.True(JsonParser.Parse(output.WrittenMemory, limits: new JsonLimits { KeepEmpty = true }).IsClean);
        return JsonDocument.Parse(output.WrittenMemory).RootElement.GetProperty("cards");
    }

    private static string Id(int number) => $"00000000-0000-0000-0000-00000000000{number}";

    private sealed class CountedIds : ICardIds
    {
        private int last;

        public Guid Next() => Guid.Parse(Id(++last));
    }
}
