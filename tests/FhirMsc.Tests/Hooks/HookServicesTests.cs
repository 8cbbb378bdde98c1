using System.Buffers;
using System.Text;
using FhirMsc.Decisions;
using FhirMsc.Hooks;
using FhirMsc.Hooks.Discovery;

namespace FhirMsc.Tests.Hooks;

public class HookServicesTests
{
    [Fact]
    public void Good_services_are_found_by_id()
    {
        var services = HookServices.Create([Service("a", "patient-view"), Service("b", "order-sign")], out var issues);

        Assert.Empty(issues);
        Assert.Equal("order-sign", services!.Find("b")!.Description.Hook);
        Assert.Null(services.Find("B"));
    }

    [Fact]
    public void Everything_wrong_is_reported_and_nothing_is_offered()
    {
        var services = HookServices.Create([Service("a", "patient-view"), Service("a", "order-sign"), Service("x/y", "patient-view"), Service("c", "medication-prescribe")], out var issues);

        Assert.Null(services);
        Assert.Equal([HookIssues.DuplicateService, HookIssues.ServiceId, HookIssues.UnknownHook], issues.Select(issue => issue.Kind));
    }

    [Theory]
    [InlineData("Patient/{{context.patientId}}")]
    [InlineData("Condition?patient={{context.patientId}}&category=encounter-diagnosis")]
    [InlineData("Encounter/{{context.encounterId}}")]
    [InlineData("{{context.userId}}")]
    [InlineData("Practitioner/{{userPractitionerId}}")]
    public void A_template_that_clients_can_resolve(string template) => Assert.NotNull(HookServices.Create([Service("a", "order-select", template)], out _));

    [Theory]
    [InlineData("https://ehr.example.org/Patient/{{context.patientId}}")]
    [InlineData("/Patient/{{context.patientId}}")]
    [InlineData("patient?x=y")]
    [InlineData("Patient")]
    [InlineData("Patient/{{patientId}}")]
    [InlineData("Patient/{{ context.patientId }}")]
    [InlineData("Patient/{{context.patient}}")]
    [InlineData("Patient/{{context.patientId")]
    [InlineData("Practitioner/{{context.userId}}")]
    [InlineData("MedicationRequest?_id={{context.selections}}")]
    [InlineData("MedicationRequest?_id={{context.draftOrders.MedicationRequest.id}}")]
    public void A_template_that_clients_cannot_resolve(string template)
    {
        Assert.Null(HookServices.Create([Service("a", "order-select", template)], out var issues));
        Assert.All(issues, issue => Assert.Equal(HookIssues.Template, issue.Kind));
    }

    [Fact]
    public void A_prefetch_key_has_one_template()
    {
        var inputs = new[] { "Patient", "Condition" }.Select(type => new PlanInput("x", type, $"{type}?_id={{{{context.patientId}}}}", null)).ToList();
        var service = new HookService(new ServiceDescription { Id = "a", Hook = "patient-view", Description = "Test", Inputs = inputs }, _ => new AppliedPlan { Actions = [], Undecided = [], Trace = [] });

        Assert.Null(HookServices.Create([service], out var issues));
        Assert.Equal(HookIssues.Template, Assert.Single(issues).Kind);
    }

    [Fact]
    public void Discovery_says_what_there_is_and_leaves_out_the_rest()
    {
        var full = new ServiceDescription
        {
            Id = "full",
            Hook = "order-sign",
            Title = "Full",
            Description = "Has everything.",
            UsageRequirements = "Send prefetch.",
            Inputs = [new PlanInput("conditions", "Condition", "Condition?patient={{context.patientId}}", null), new PlanInput("orders", "MedicationRequest", null, null)],
        };
        var bare = new ServiceDescription { Id = "bare", Hook = "patient-view", Description = "Has nothing.", Inputs = [] };
        var output = new ArrayBufferWriter<byte>();

        DiscoveryWriter.Write([full, bare], output);

        Assert.Equal(
            """
            {
              "services": [
                {
                  "hook": "order-sign",
                  "title": "Full",
                  "description": "Has everything.",
                  "id": "full",
                  "usageRequirements": "Send prefetch.",
                  "version": "2.0.1",
                  "prefetch": {
                    "conditions": "Condition?patient={{context.patientId}}"
                  }
                },
                {
                  "hook": "patient-view",
                  "description": "Has nothing.",
                  "id": "bare",
                  "version": "2.0.1"
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void No_services_are_an_empty_list()
    {
        var output = new ArrayBufferWriter<byte>();

        DiscoveryWriter.Write([], output);

        Assert.Equal("{\n  \"services\": []\n}", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static HookService Service(string id, string hook, string? template = null) => new(
        new ServiceDescription { Id = id, Hook = hook, Description = "Test", Inputs = template is null ? [] : [new PlanInput("x", "Patient", template, null)] },
        _ => new AppliedPlan { Actions = [], Undecided = [], Trace = [] });
}
