using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace FhirMsc.Server.Tests.Plugin;

public class PluginTests
{
    [Theory]
    [InlineData("minimal")]
    [InlineData("slim")]
    [InlineData("empty")]
    [InlineData("generic")]
    [InlineData("mvc")]
    [InlineData("webhost")]
    public async Task Every_kind_of_host_gets_the_services_and_keeps_its_own_ways(string kind)
    {
        await using var host = await HostProcess.StartAsync(kind);

        using var discovery = JsonDocument.Parse(await host.Client.GetStringAsync("/cds-services"));
        using var statement = JsonDocument.Parse(await host.Client.GetStringAsync("/fhirmsc/fhir/metadata"));

        Assert.NotEqual(0, discovery.RootElement.GetProperty("services").GetArrayLength());
        Assert.True(discovery.RootElement.GetProperty("services")[0].TryGetProperty("hook", out _), "the host's JSON settings reach ours");
        Assert.Equal($"{host.Client.BaseAddress}fhirmsc/fhir", statement.RootElement.GetProperty("implementation").GetProperty("url").GetString());
        Assert.Equal("the host's own", await host.Client.GetStringAsync("/fhir/Patient"));
        Assert.Equal("the host's own", await host.Client.GetStringAsync("/cds-servicesX"));
        using var missing = await host.Client.GetAsync("/cds-services/none/nothing");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        // Of ours, the host's own load context has the door and nothing behind it.
        var loaded = (await host.Client.GetStringAsync("/loaded")).Split(' ');
        Assert.Contains("FhirMsc.Server", loaded);
        Assert.Empty(loaded.Intersect(["FhirMsc", "FhirMsc.Fhir", "YamlDotNet", "AngleSharp"]));
    }

    [Theory]
    [InlineData("minimal")]
    [InlineData("generic")]
    [InlineData("webhost")]
    public async Task Hosts_that_the_host_does_not_allow_do_not_reach_the_services(string kind)
    {
        await using var host = await HostProcess.StartAsync(kind, ("AllowedHosts", "127.0.0.1"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/cds-services");
        request.Headers.Host = "evil.example.org";

        using var refused = await host.Client.SendAsync(request);
        using var welcome = await host.Client.GetAsync("/cds-services");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, welcome.StatusCode);
    }

    [Fact]
    public async Task A_host_with_plug_ins_of_its_own_kind_calls_us_with_its_pipeline()
    {
        await using var host = await HostProcess.StartAsync("plugins", ("DOTNET_STARTUP_HOOKS", string.Empty), ("HOST_PLUGIN", HostProcess.PluginPath));

        Assert.Contains("\"services\":", await host.Client.GetStringAsync("/cds-services"), StringComparison.Ordinal);
        Assert.Contains("\"status\":\"ok\"", await host.Client.GetStringAsync("/fhirmsc/health/ready"), StringComparison.Ordinal);
        Assert.Equal("the host's own", await host.Client.GetStringAsync("/anything"));
        Assert.Empty((await host.Client.GetStringAsync("/loaded")).Split(' ').Intersect(["FhirMsc", "FhirMsc.Fhir", "YamlDotNet", "AngleSharp"]));
    }

    [Theory]
    [InlineData("FhirMsc.Firely.Servers", "\"services\":")]
    [InlineData("Another.Namespace", "the host's own")]
    public async Task A_host_that_finds_plug_ins_as_Firely_Server_does_finds_ours_if_its_namespace_is_included(string include, string answer)
    {
        var folder = Directory.CreateTempSubdirectory("fhirmsc-plugins-");
        try
        {
            Deploy(Path.GetDirectoryName(HostProcess.PluginPath)!, folder.FullName, SearchOption.AllDirectories);
            Deploy(HostProcess.FirelyPluginFolder, folder.FullName, SearchOption.TopDirectoryOnly);
            await using var host = await HostProcess.StartAsync("named-plugins", ("DOTNET_STARTUP_HOOKS", string.Empty), ("HOST_PLUGINS", folder.FullName), ("HOST_INCLUDE", include));

            Assert.Contains(answer, await host.Client.GetStringAsync("/cds-services"), StringComparison.Ordinal);
            Assert.Equal("the host's own", await host.Client.GetStringAsync("/anything"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_broken_plug_in_leaves_the_host_up_and_says_why()
    {
        await using var host = await HostProcess.StartAsync("minimal", ("FhirMsc__Resources", Path.Combine(Path.GetTempPath(), "no-such-folder")));

        using var services = await host.Client.GetAsync("/cds-services");
        using var xml = await host.Client.GetAsync("/fhirmsc/fhir/metadata?_format=xml");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, services.StatusCode);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/fhir+xml"), (xml.StatusCode, xml.Content.Headers.ContentType!.MediaType));
        Assert.Contains("<OperationOutcome", await xml.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("OperationOutcome", await services.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("the host's own", await host.Client.GetStringAsync("/anything"));
        Assert.Contains("no-such-folder", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_that_are_no_web_hosts_do_not_notice()
    {
        using var worker = Process.Start(HostProcess.Start("Worker"))!;
        worker.StandardInput.Close();
        var (output, error) = (await worker.StandardOutput.ReadToEndAsync(), await worker.StandardError.ReadToEndAsync());
        await worker.WaitForExitAsync();

        Assert.Equal((0, "worker ran\n", string.Empty), (worker.ExitCode, output.ReplaceLineEndings("\n"), error));
    }

    /// <summary>Copies what is not there yet.</summary>
    private static void Deploy(string from, string to, SearchOption option)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", option))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (!File.Exists(copy))
            {
                File.Copy(file, copy);
            }
        }
    }
}
