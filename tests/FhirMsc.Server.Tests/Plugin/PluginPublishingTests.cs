using System.Text.Json;

namespace FhirMsc.Server.Tests.Plugin;

public class PluginPublishingTests
{
    private const string Secret = "the-secret-of-the-plug-in";

    [Fact]
    public async Task Everything_gets_into_the_hosts_own_store_once_that_answers_and_through_tokens_that_run_out()
    {
        await using var host = await StartAsync("/fhir", Secret);

        var ready = await host.UntilAsync("/fhirmsc/health/ready", "\"publishing\":\"done\"");

        using var health = JsonDocument.Parse(await host.Client.GetStringAsync("/fhirmsc/health"));
        var stored = await host.Client.GetStringAsync("/stored");
        Assert.Contains("\"status\":\"ok\"", ready, StringComparison.Ordinal);
        Assert.StartsWith($"{health.RootElement.GetProperty("resources")} resources, ", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(", 1 tokens", stored, StringComparison.Ordinal);
        Assert.Contains("waits and tries again: HTTP 503", host.Output, StringComparison.Ordinal);
        Assert.Contains($"Everything is published into {host.Client.BaseAddress}fhir: {health.RootElement.GetProperty("resources")} created", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("token-", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_refuses_is_told_and_the_services_answer_on()
    {
        await using var host = await StartAsync("/fhir", "wrong-secret");

        var ready = await host.UntilAsync("/fhirmsc/health/ready", "\"publishing\":\"failed\"");

        Assert.Contains("\"status\":\"degraded\"", ready, StringComparison.Ordinal);
        Assert.Contains("\"services\":", await host.Client.GetStringAsync("/cds-services"), StringComparison.Ordinal);
        Assert.StartsWith("0 resources", await host.Client.GetStringAsync("/stored"), StringComparison.Ordinal);
        Assert.Contains("The token endpoint answered 401", host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-secret", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_waited_for_in_the_background()
    {
        await using var host = await HostProcess.StartAsync("webhost", ("FhirMsc__PublishTo", "http://127.0.0.1:9/fhir"));

        var ready = await host.UntilAsync("/fhirmsc/health/ready", "\"publishing\":\"waiting\"");

        Assert.Contains("\"status\":\"ok\"", ready, StringComparison.Ordinal);
        Assert.Equal("the host's own", await host.Client.GetStringAsync("/anything"));
    }

    private static Task<HostProcess> StartAsync(string target, string secret) => HostProcess.StartAsync(
        "store",
        ("FhirMsc__PublishTo", target),
        ("HOST_SECRET", Secret),
        ("FHIRMSC_PUBLISH_CLIENT_ID", "plug-in"),
        ("FHIRMSC_PUBLISH_CLIENT_SECRET", secret),
        ("FHIRMSC_PUBLISH_TOKEN_ENDPOINT", HostProcess.Own + "/token"));
}
