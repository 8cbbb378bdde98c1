using System.Buffers;
using System.Text;
using System.Text.Json;
using FhirMsc.Decisions;
using FhirMsc.Hooks;
using FhirMsc.Hooks.Cards;

namespace FhirMsc.Tests.Hooks.Cards;

public class CardSuggestionsTests
{
    private static readonly AppliedAction Remove = new() { Id = "remove", Title = "Remove it", Type = "remove", Resources = [Samples.Node(Samples.Order)] };

    private static readonly AppliedAction Create = new()
    {
        Id = "create",
        Title = "Order another",
        Type = "create",
        Proposal = new Proposal("MedicationRequest", "create", Encoding.UTF8.GetBytes("""{"resourceType":"MedicationRequest","status":"draft","intent":"proposal"}""")),
    };

    [Fact]
    public void What_is_taken_all_together_is_one_suggestion_that_deletes_first()
    {
        var suggestion = Assert.Single(Suggestions("all", Create, Remove));

        Assert.Equal(["delete", "create"], suggestion.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("type").GetString()));
    }

    [Fact]
    public void Of_several_to_choose_one_from_only_the_first_stays_recommended()
    {
        AppliedAction[] actions = [Create with { Behaviors = ActionBehaviors.None with { Precheck = "yes" } }, Remove with { Behaviors = ActionBehaviors.None with { Required = "must" } }];

        Assert.Equal([true, false], Suggestions("at-most-one", actions).Select(Recommended));
        Assert.Equal([true, true], Suggestions("any", actions).Select(Recommended));
    }

    [Fact]
    public void What_is_proposed_is_created_as_an_object()
    {
        var action = Suggestions("any", Create)[0].GetProperty("actions")[0];

        Assert.Equal("create", action.GetProperty("type").GetString());
        Assert.Equal("MedicationRequest", action.GetProperty("resource").GetProperty("resourceType").GetString());
        Assert.False(action.TryGetProperty("resourceId", out _));
    }

    [Fact]
    public void An_update_brings_the_whole_resource()
    {
        var action = Suggestions("any", Remove with { Type = "update", Title = "Change it" })[0].GetProperty("actions")[0];

        Assert.Equal("update", action.GetProperty("type").GetString());
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(Samples.Order).RootElement, action.GetProperty("resource")));
    }

    [Fact]
    public void A_group_within_the_group_offers_its_members()
    {
        var group = new AppliedAction { Id = "g", Title = "Either", Actions = [Create, Remove] };

        Assert.Equal(["Order another", "Remove it: remestemcel-L"], Suggestions("any", group).Select(suggestion => suggestion.GetProperty("label").GetString()));
    }

    [Fact]
    public void Orders_of_one_name_are_counted()
    {
        var two = Remove with { Resources = [Samples.Node(Samples.Order), Samples.Node(Samples.Order.Replace("msc-1", "msc-2", StringComparison.Ordinal)), Samples.Node(Samples.OtherOrder)] };

        Assert.Equal("Remove it: remestemcel-L (2 orders); 3264", Suggestions("any", two)[0].GetProperty("label").GetString());
    }

    [Theory]
    [InlineData("cells \\u202egnp.exe\\u202c \\u2066x\\u2069 \\u200f", "cells gnp.exe x")]
    [InlineData("a\\u0000b\\u0007c\\u001bd\\u009be", "abcde")]
    [InlineData("\\u05e2\\u05d1\\u05e8\\u05d9\\u05ea", "\u05e2\u05d1\u05e8\u05d9\u05ea")]
    [InlineData("   ", "J3402")]
    [InlineData("\\u00a0\\u200b\\ufeff", "J3402")]
    public void A_name_has_nothing_in_it_that_is_not_seen(string text, string name)
    {
        var order = Remove with { Resources = [Samples.Node(Samples.Order.Replace("remestemcel-L", text, StringComparison.Ordinal))] };

        Assert.Equal($"Remove it: {name}", Suggestions("any", order)[0].GetProperty("label").GetString());
    }

    private static bool Recommended(JsonElement suggestion) => suggestion.TryGetProperty("isRecommended", out var value) && value.GetBoolean();

    private static List<JsonElement> Suggestions(string selection, params AppliedAction[] actions)
    {
        var applied = new AppliedPlan { Actions = [new AppliedAction { Id = "a", Title = "Advice", Behaviors = ActionBehaviors.None with { Selection = selection }, Actions = actions }], Undecided = [] };
        var service = new HookService(new ServiceDescription { Id = "t", Hook = "patient-view", Description = "For tests.", Inputs = [] }, _ => applied);
        var output = new ArrayBufferWriter<byte>();
        CardWriter.Write(service.Answer(Samples.Request(Samples.View(), "patient-view"), new RandomCardIds()).Cards, output);
        return [.. JsonDocument.Parse(output.WrittenMemory).RootElement.GetProperty("cards")[0].GetProperty("suggestions").EnumerateArray()];
    }
}
