using System.Text.RegularExpressions;
using FhirMsc.Artifacts;
using FhirMsc.Fhir.Json;
using FhirMsc.Tests.Content;

namespace FhirMsc.Tests.Artifacts;

public partial class ServicePlanTests
{
    public static TheoryData<string> Services { get; } = new(Committed.Guideline.Services.Select(service => service.Id));

    [Theory]
    [MemberData(nameof(Services))]
    public void One_plan_for_one_service_on_one_hook(string id)
    {
        var service = Committed.Guideline.Services.Single(each => each.Id == id);
        var plan = Plan(id);

        Assert.EndsWith($"/cds-services/{id}", plan.Extensions("cqf-cdsHooksEndpoint").Single().Text("valueUri"));
        Assert.Equal(service.Title, plan.Text("title"));
        Assert.Equal(service.Description, plan.Text("description"));
        Assert.StartsWith(service.UsageRequirements!, plan.Text("usage"));
        Assert.Single(plan.At("library"));
        Assert.All(plan.Texts("action.trigger.type"), type => Assert.Equal("named-event", type));
        Assert.Equal(plan.At("action").Select(_ => service.Hook), plan.Texts("action.trigger.name"));
        Assert.Equal(service.Card.Topic.Code, plan.At("topic")[0].Text("coding.code"));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void The_card_is_on_the_action(string id)
    {
        var card = Committed.Guideline.Services.Single(each => each.Id == id).Card;
        var action = Plan(id).At("action")[0];

        Assert.Equal(card.Summary, action.Text("title"));
        Assert.InRange(action.Text("title").Length, 1, 139);
        Assert.Contains(Committed.Guideline.Recommendations[0].Quotation, action.Text("description"));
        Assert.Equal(card.Priority.ToString().ToLowerInvariant(), action.Text("priority"));
        Assert.Equal([card.SourceLabel, .. card.Links.Select(link => link.Label)], action.Texts("documentation.display"));
        Assert.Equal(card.OverrideReasons.Select(reason => reason.Code), action.Extensions("override-reason").Select(reason => reason.Text("valueCoding.code")));
        Assert.All(action.Extensions("override-reason"), reason => Assert.NotEmpty(reason.Text("valueCoding.display")));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_hint_is_an_action_of_its_own_that_only_informs(string id)
    {
        var hints = Committed.Guideline.Services.Single(each => each.Id == id).Hints;
        var actions = Plan(id).At("action").Skip(1).ToList();

        Assert.Equal(hints.Select(hint => (hint.Id, hint.Card.Summary, "routine")), actions.Select(action => (action.Text("id"), action.Text("title"), action.Text("priority"))));
        Assert.All(actions, action => Assert.Contains(Committed.Guideline.Recommendations[0].Quotation, action.Text("description")));
        Assert.All(actions, action => Assert.Empty(action.At("action")));
        Assert.All(actions, action => Assert.Empty(action.Extensions("override-reason")));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Variables_read_only_inputs_and_variables_before_them(string id)
    {
        var plan = Plan(id);
        var known = plan.Texts("action.input.id").Select(input => input.Split('-')[0]).ToHashSet();
        foreach (var variable in plan.Extensions("variable").Select(extension => extension.At("valueExpression").Single()))
        {
            Assert.All(Names().Matches(variable.Text("expression")).Select(match => match.Groups[1].Value), name => Assert.Contains(name, known));
            Assert.NotEmpty(variable.Text("description"));
            Assert.NotEmpty(variable.Extensions("cannot-tell").Single().Text("valueString"));
            known.Add(variable.Text("name"));
        }

        var used = plan.Texts("action.condition.expression.expression").Concat(plan.Texts("action.action.dynamicValue.expression.expression"))
            .Concat(plan.At("action").SelectMany(action => action.Extensions("conditional-note")).Select(note => note.Extensions("when").Single().Text("valueExpression.expression")));
        Assert.All(used.SelectMany(expression => Names().Matches(expression)).Select(match => match.Groups[1].Value), name => Assert.Contains(name, known));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Value_sets_are_named_by_canonical_and_version_and_are_in_the_set(string id)
    {
        var published = Committed.Set.Artifacts.Where(artifact => artifact.ResourceType == "ValueSet").Select(artifact => $"{artifact.Url}|{artifact.Version}").ToList();
        var asked = Plan(id).Extensions("variable").SelectMany(variable => Members().Matches(variable.Text("valueExpression.expression"))).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, canonical => Assert.Contains(canonical, published));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Conditions_are_those_of_the_content_and_unknown_does_not_suppress(string id)
    {
        var service = Committed.Guideline.Services.Single(each => each.Id == id);
        var conditions = Plan(id).At("action.condition");

        Assert.All(conditions, condition => Assert.Equal("applicability", condition.Text("kind")));
        Assert.Equal(
            [
                .. service.When.Select(name => $"%{name}"), .. service.Unless.Select(name => $"%{name}.where($this).empty()"),
                .. service.Hints.SelectMany(hint => hint.When.Select(name => $"%{name}").Concat(hint.Unless.Select(name => $"%{name}.where($this).empty()"))),
            ],
            conditions.Select(condition => condition.Text("expression.expression")));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Inputs_are_prefetch_with_a_word_for_when_they_are_missing(string id)
    {
        foreach (var input in Plan(id).At("action.input"))
        {
            var content = Committed.Guideline.Logic.Inputs.Single(each => each.Id == input.Text("id").Split('-')[0]);

            Assert.Contains(input.Text("type"), content.Types);
            Assert.Equal(content.Query is null ? [] : [content.Query], input.Extensions("cqf-fhirQueryPattern").Select(query => query.Text("valueString")));
            Assert.Equal(content.Unavailable, input.Extensions("cannot-tell").Single().Text("valueString"));
            Assert.Equal(content.Required, input.Extensions("required-input").Count == 1);
        }
    }

    [Fact]
    public void An_input_of_two_types_is_two_requirements_of_one_variable()
    {
        Assert.Equal(["orders", "orders-servicerequest"], Plan("msc-covid19-order-sign").Texts("action.input.id").Where(input => input.StartsWith("orders", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_suggestion_removes_orders_and_never_says_do_not_perform()
    {
        var plan = Plan("msc-covid19-order-sign");
        var suggestion = plan.At("action.action").Single();

        Assert.Equal("at-most-one", plan.Text("action.selectionBehavior"));
        Assert.Equal("remove", suggestion.Text("type.coding.code"));
        Assert.Equal("resource", suggestion.Text("dynamicValue.path"));
        Assert.Equal("%mscOrders", suggestion.Text("dynamicValue.expression.expression"));
        Assert.DoesNotContain(suggestion.All(), node => node.Name is "doNotPerform" or "definitionCanonical");
    }

    [Fact]
    public void Changing_the_summary_in_the_content_changes_the_plan()
    {
        var changed = SampleArtifacts.Of(Sample.With("summary: Use it.", "summary: Do use it."));

        Assert.Equal("Use it.", Single(SampleArtifacts.Of(Sample.Yaml)).Text("action.title"));
        Assert.Equal("Do use it.", Single(changed).Text("action.title"));
    }

    private static Node Single(IEnumerable<Artifact> artifacts) => artifacts.Single(artifact => artifact.Reference == "PlanDefinition/velorimab-sign").Root();

    private static Node Plan(string id) => Committed.Find($"PlanDefinition/{id}").Root();

    [GeneratedRegex(@"%([A-Za-z][A-Za-z0-9]*)")]
    private static partial Regex Names();

    [GeneratedRegex(@"memberOf\('([^']+)'\)")]
    private static partial Regex Members();
}
