using System.Buffers;
using System.Text;
using System.Text.Json;
using FhirMsc.Artifacts;
using FhirMsc.Conformance;
using FhirMsc.Content.Tracing;
using FhirMsc.Decisions;
using FhirMsc.Decisions.Records;
using FhirMsc.Decisions.Results;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;
using FhirMsc.Hooks;
using FhirMsc.Hooks.Cards;
using FhirMsc.Hooks.Requests;
using FhirMsc.Publishing;
using FhirMsc.Tests.House;
using FhirMsc.Tests.Publishing;

namespace FhirMsc.Tests.Decisions;

/// <summary>PlanDefinition $apply beyond what our own plans use: nested actions, triggers, computed values, definitions, behaviours, in every release.</summary>
public class ApplyTests
{
    private const string Activity = """
        {"resourceType":"ActivityDefinition","id":"ad","url":"https://example.org/ActivityDefinition/ad","version":"1","status":"active","kind":"ServiceRequest","intent":"proposal","priority":"routine",
         "code":{"coding":[{"system":"http://loinc.org","code":"94500-6"}]},"doNotPerform":true,
         "dynamicValue":[{"path":"note.text","expression":{"language":"text/fhirpath","expression":"'Come ' & 'in'"}}]}
        """;

    private const string Plan = """
        {"resourceType":"PlanDefinition","id":"p","url":"https://example.org/PlanDefinition/p","version":"1","status":"active","title":"Plan",
         "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/variable","valueExpression":{"name":"adult","language":"text/fhirpath","expression":"%patients.birthDate <= today() - 18 years"}}],
         "action":[
          {"id":"group","title":"Group","selectionBehavior":"all","groupingBehavior":"logical-group","precheckBehavior":"yes","cardinalityBehavior":"single","requiredBehavior":"must",
           "input":[INPUT],
           "condition":[{"kind":"applicability","expression":{"language":"text/fhirpath","expression":"%adult"}},{"kind":"start","expression":{"language":"text/fhirpath","expression":"true"}}],
           "action":[
            {"id":"order","title":"Order","type":{"coding":[{"code":"create"}]},"definitionCanonical":"https://example.org/ActivityDefinition/ad|1",
             "dynamicValue":[{"path":"title","expression":{"language":"text/fhirpath","expression":"'Order for ' & %subject.id"}},
                             {"path":"asNeededBoolean","expression":{"language":"text/fhirpath","expression":"true"}}]},
            {"id":"never","title":"Never","condition":[{"kind":"applicability","expression":{"language":"text/fhirpath","expression":"false"}}]},
            {"id":"broken","title":"Broken","condition":[{"kind":"applicability","expression":{"language":"text/fhirpath","expression":"(1 | 2).single()"}}]}]},
          {"id":"waits","title":"Waits","trigger":[{"type":"named-event","name":"discharge"}]}]}
        """;

    public static TheoryData<string> Releases => [.. FhirRelease.All.Select(release => release.Name)];

    [Theory]
    [MemberData(nameof(Releases))]
    public void Conditions_decide_and_what_cannot_be_told_shows(string release)
    {
        var applied = Apply(release, Adult);

        Assert.Equal(["group", "waits"], applied.Actions.Select(action => action.Id));
        Assert.Equal(["order"], applied.Actions[0].Actions.Select(action => action.Id));
        Assert.Contains(applied.Actions[0].Notes, note => note.What.Contains("action[2].condition", StringComparison.Ordinal));
        Assert.Equal("Order for p", applied.Actions[0].Actions[0].Title);
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void A_definition_is_applied_and_its_values_are_computed(string release)
    {
        var proposal = Apply(release, Adult).Actions[0].Actions[0].Proposal!;

        var resource = JsonDocument.Parse(proposal.Json).RootElement;
        Assert.Equal("ServiceRequest", resource.GetProperty("resourceType").GetString());
        Assert.Equal("Patient/p", resource.GetProperty("subject").GetProperty("reference").GetString());
        Assert.Equal("https://example.org/ActivityDefinition/ad|1", resource.GetProperty("instantiatesCanonical")[0].GetString());
        Assert.True(resource.GetProperty("doNotPerform").GetBoolean());
        Assert.True(resource.GetProperty("asNeededBoolean").GetBoolean());
        Assert.Equal("94500-6", (release == "R5" ? resource.GetProperty("code").GetProperty("concept") : resource.GetProperty("code")).GetProperty("coding")[0].GetProperty("code").GetString());
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void An_event_leaves_out_what_waits_for_another(string release) =>
        Assert.Equal(["group"], Apply(release, Adult, "admission").Actions.Select(action => action.Id));

    [Fact]
    public void Missing_data_is_no_no()
    {
        var applied = Apply("R4", null);

        Assert.DoesNotContain(applied.Actions, action => action.Id == "group");
        Assert.Contains(applied.Undecided, one => one.What == "patients");
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public void The_result_is_a_bundle_of_valid_requests(string release)
    {
        var output = new ArrayBufferWriter<byte>();
        RequestBundle.Write(Apply(release, Adult), "Patient/p", output);

        var bundle = JsonParser.Parse(output.WrittenMemory).Tree!.Root;
        var types = bundle.ChildrenNamed("entry").Select(entry => entry.Child("resource").ResourceType!).ToList();
        Assert.Equal(release == "R5" ? ["RequestOrchestration", "ServiceRequest", "CommunicationRequest", "OperationOutcome"] : ["CarePlan", "RequestGroup", "ServiceRequest", "CommunicationRequest", "OperationOutcome"], types);
        var group = bundle.ChildrenNamed("entry").Select(entry => entry.Child("resource")).First(resource => resource.ResourceType is "RequestGroup" or "RequestOrchestration");
        Assert.Equal(("all", "must", "yes", "single"), (group.Child("action").Child("selectionBehavior").Text, group.Child("action").Child("requiredBehavior").Text, group.Child("action").Child("precheckBehavior").Text, group.Child("action").Child("cardinalityBehavior").Text));
        Assert.Equal("start", group.Child("action").Child("condition").Child("kind").Text);
        Assert.DoesNotContain(new ResourceValidator(FhirModel.For(FhirRelease.Find(release)!)).Validate(bundle), issue => issue.IsError);
    }

    [Fact]
    public void Applying_recommendations_proposes_what_they_name()
    {
        var library = PlanLibrary.Compile(Published.Edition.Catalog!, TimeProvider.System);
        Assert.Empty(library.Issues);
        var plan = library.Find("nih-covid19-cell-therapy")!;
        var record = new PatientRecord([Patients.Node("""{"resourceType":"Patient","id":"p"}""")]);

        var applied = plan.Apply(record.DataFor(plan));

        Assert.Equal(2, applied.Actions.Count);
        Assert.All(applied.Actions, action => Assert.NotNull(Assert.Single(action.Actions).Proposal));
    }

    [Fact]
    public void Drafts_are_served_only_when_asked_for()
    {
        var draft = Catalog("R4", Plan.Replace("\"status\":\"active\"", "\"status\":\"draft\"", StringComparison.Ordinal)
            .Replace("\"extension\":[", "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/cqf-cdsHooksEndpoint\",\"valueUri\":\"https://example.org\"},", StringComparison.Ordinal)
            .Replace(",{\"kind\":\"start\",\"expression\":{\"language\":\"text/fhirpath\",\"expression\":\"true\"}}", string.Empty, StringComparison.Ordinal));

        Assert.Empty(PlanReader.Read(draft, TimeProvider.System).Plans);
        Assert.Single(PlanReader.Read(draft, TimeProvider.System, new PlanOptions { IncludeInactive = true }).Plans);
    }

    [Theory]
    [InlineData("%adult", "%nobody", "plan-unknown-variable")]
    [InlineData("ActivityDefinition/ad|1", "ActivityDefinition/ad|2", "plan-definition-missing")]
    public void A_plan_that_can_not_be_applied_is_refused_with_the_reason(string text, string damage, string kind)
    {
        var library = PlanLibrary.Compile(Catalog("R4", Plan.Replace(text, damage, StringComparison.Ordinal)), TimeProvider.System);

        Assert.Empty(library.All);
        Assert.Contains(library.Issues, issue => issue.Kind.Id == kind);
    }

    /// <summary>One evaluator: whatever the patient, the cards say what $apply says.</summary>
    [Fact]
    public void Apply_and_hook_agree_on_every_call()
    {
        var plans = PlanLibrary.Compile(Published.Edition.Catalog!, TimeProvider.System).Services.ToDictionary(plan => plan.Id);
        var random = new Random(20210421);
        var (cards, silences) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "fhir-resources", "calls"), "*.json").Order(StringComparer.Ordinal))
        {
            var call = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(file))!;
            if (!plans.TryGetValue(call["service"]!.GetValue<string>(), out var plan))
            {
                continue;
            }

            for (var i = 0; i < 20; i++)
            {
                var request = call["request"]!.DeepClone();
                foreach (var key in request["prefetch"]?.AsObject().Select(member => member.Key).ToList() ?? [])
                {
                    if (i > 0 && random.Next(4) == 0)
                    {
                        _ = random.Next(2) == 0 ? request["prefetch"]!.AsObject().Remove(key) : (request["prefetch"]![key] = null) is null;
                    }
                }

                if (HookRequestReader.Read(Encoding.UTF8.GetBytes(request.ToJsonString()), HookKinds.Find(plan.Hook)!).Request is not { } read)
                {
                    continue;
                }

                var answer = HookService.For(plan).Answer(read, new RandomCardIds());
                var output = new ArrayBufferWriter<byte>();
                RequestBundle.Write(answer.Plan, "Patient/p", output);
                var group = JsonDocument.Parse(output.WrittenMemory).RootElement.GetProperty("entry")[1].GetProperty("resource");
                var titles = group.TryGetProperty("action", out var actions) ? actions.EnumerateArray().Select(action => action.GetProperty("title").GetString()) : [];
                Assert.True(titles.SequenceEqual(answer.Cards.Where(card => card.Indicator == "warning").Select(card => card.Summary)), $"Seed 20210421, {Path.GetFileName(file)}, {i}");
                (cards, silences) = answer.Cards.Count > 0 ? (cards + 1, silences) : (cards, silences + 1);
            }
        }

        Assert.True(cards > 100 && silences > 100, $"{cards} with cards, {silences} without");
    }

    private const string Adult = """{"resourceType":"Patient","id":"p","birthDate":"1950-01-01"}""";

    private static AppliedPlan Apply(string release, string? patient, string? eventName = null)
    {
        var plan = PlanLibrary.Compile(Catalog(release, Plan), TimeProvider.System).All.Single();
        var record = new PatientRecord(patient is null ? [] : [Patients.Node(patient)]);
        return plan.Apply(record.DataFor(plan, eventName, patient is null ? ["patients"] : null));
    }

    private static Catalog Catalog(string release, string plan)
    {
        var input = release == "R5" ? """{"id":"i","requirement":{"id":"patients","type":"Patient"}}""" : """{"id":"patients","type":"Patient"}""";
        return new Catalog(new ValidatedArtifacts(new ArtifactSet("test", FhirRelease.Find(release)!, [Artifact("ActivityDefinition", "ad", Activity), Artifact("PlanDefinition", "p", plan.Replace("INPUT", input, StringComparison.Ordinal))])));
    }

    private static Artifact Artifact(string type, string id, string json) => new()
    {
        ResourceType = type,
        Id = id,
        Url = $"https://example.org/{type}/{id}",
        Version = "1",
        FullUrl = $"https://example.org/{type}/{id}",
        Json = Encoding.UTF8.GetBytes(json),
        Tree = JsonParser.Parse(json).Tree!,
        Origins = new Dictionary<string, Origin>(),
    };
}
