using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FhirMsc.Server.Tests.Cli;

namespace FhirMsc.Server.Tests.Plugin;

/// <summary>A site's own codes, in a YAML file that the settings name. The kinds of host are those that only one of the two doors leads into, and one that calls us itself.</summary>
public sealed class PluginSiteTests : IDisposable
{
    private const string Map = """
        version: "2026-01"
        maps:
          - system: urn:oid:1.2.3.4.5
            code: BMT-MSC-01
            display: Mesenchymal transplant
            concept: msc-bone-marrow
            class: trigger
        """;

    private readonly string file = Path.Combine(Path.GetTempPath(), $"fhirmsc-site-{Guid.NewGuid():N}.yaml");

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("slim")]
    [InlineData("webhost")]
    [InlineData("plugins")]
    public async Task An_order_in_the_sites_own_code_gets_the_card(string kind)
    {
        await File.WriteAllTextAsync(file, Map);
        await using var host = await StartAsync(kind, ("FhirMsc__Site", file));

        Assert.Single(await CardsAsync(host));
    }

    [Fact]
    public async Task Without_the_file_it_is_an_order_of_something_else()
    {
        await using var host = await StartAsync("slim");

        Assert.Empty(await CardsAsync(host));
    }

    [Theory]
    [InlineData("class: trigger", "class: tigger")]
    [InlineData("concept: msc-bone-marrow", "concept: no-such-concept")]
    [InlineData("maps:", "maps: [")]
    public async Task A_file_with_a_mistake_is_no_site_at_all_and_the_host_is_up(string right, string wrong)
    {
        await File.WriteAllTextAsync(file, Map.Replace(right, wrong, StringComparison.Ordinal));
        await using var host = await StartAsync("slim", ("FhirMsc__Site", file));

        using var refused = await host.Client.GetAsync("/cds-services");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("the host's own", await host.Client.GetStringAsync("/anything"));
        Assert.Contains("The site file is refused", host.Output, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(file), host.Output, StringComparison.Ordinal);
    }

    private static Task<HostProcess> StartAsync(string kind, params (string Name, string Value)[] settings) => HostProcess.StartAsync(
        kind,
        [.. settings, .. kind == "plugins" ? [("DOTNET_STARTUP_HOOKS", string.Empty), ("HOST_PLUGIN", HostProcess.PluginPath)] : Array.Empty<(string, string)>()]);

    /// <summary>The README's example call, with the order in a code of the site's.</summary>
    private static async Task<JsonArray> CardsAsync(HostProcess host)
    {
        var example = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Tool.Root, "fhir-resources", "calls", "covid19-and-msc-order.json")))!;
        var order = example["request"]!["context"]!["draftOrders"]!["entry"]![0]!["resource"]!;
        order["medicationCodeableConcept"] = JsonNode.Parse("""{"coding":[{"system":"urn:oid:1.2.3.4.5","code":"BMT-MSC-01"}]}""");
        using var content = new StringContent(example["request"]!.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await host.Client.PostAsync($"/cds-services/{example["service"]}", content);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        return JsonNode.Parse(body)!["cards"]!.AsArray();
    }
}
