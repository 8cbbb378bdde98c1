using System.Net;
using System.Text.Json;
using FhirMsc.Server.Tests.Cli;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FhirMsc.Server.Tests;

public class EndpointRegistrationTests
{
    [Fact]
    public async Task Works_inside_a_host_with_its_own_ways()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper);
        builder.Services.AddFhirMsc(TestServices.Catalog, TestServices.Hooks);
        await using var app = builder.Build();
        app.MapGet("/own", () => "host");
        app.MapGroup("/cds").MapFhirMsc();
        app.MapFallback(context => context.Response.WriteAsync("fallback of the host"));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var discovery = await client.GetAsync("/cds/cds-services");

        Assert.Equal(4, (await Bodies.ReadAsync(discovery)).GetProperty("services").GetArrayLength());
        Assert.Equal("host", await client.GetStringAsync("/own"));
        Assert.Equal("fallback of the host", await client.GetStringAsync("/cds-services"));
        using var missing = await client.PostAsync("/cds/cds-services/none", new StringContent("{}", null, "application/json"));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        await Bodies.ReadRefusalAsync(missing, 404);
    }

    [Fact]
    public async Task Takes_content_and_settings_from_the_hosts_configuration()
    {
        var folder = Directory.CreateTempSubdirectory("fhirmsc-source-");
        try
        {
            await using var app = Build(new()
            {
                ["FhirMsc:Resources"] = Path.Combine(Tool.Root, "fhir-resources"),
                ["FhirMsc:Storage:File"] = Path.Combine(folder.FullName, "state.db"),
                ["FhirMsc:PublishTo"] = "/store",
            });
            app.MapGet("/store/metadata", () => Results.Content("""{"resourceType":"CapabilityStatement","fhirVersion":"3.0.2"}""", "application/fhir+json"));
            app.MapFhirMsc();
            app.MapGroup("/again").MapFhirMsc();
            await app.StartAsync();
            using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

            Assert.Contains("\"hook\"", await client.GetStringAsync("/cds-services"), StringComparison.Ordinal);
            Assert.Contains("\"fhirVersion\":\"5.0.0\"", await client.GetStringAsync("/fhir/r5/metadata"), StringComparison.Ordinal);
            Assert.Contains("\"hook\"", await client.GetStringAsync("/again/cds-services"), StringComparison.Ordinal);
            await UntilAsync(client, "/health/ready", "\"publishing\":\"failed\"");
            Assert.True(File.Exists(Path.Combine(folder.FullName, "state.db")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Mistakes_in_the_configuration_are_all_told_when_the_endpoints_are_mapped()
    {
        await using var app = Build(new() { ["FhirMsc:Resorces"] = "x", ["FhirMsc:Explain"] = "maybe", ["FhirMsc:Base"] = "/x" });

        var told = Assert.Throws<InvalidOperationException>(() => app.MapFhirMsc()).Message;

        Assert.All(["'FhirMsc:Resorces' is no setting", "FhirMsc:Resources", "'FhirMsc:Explain' must be true or false", "'FhirMsc:Base' is no setting"], part => Assert.Contains(part, told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Content_that_is_not_there_is_told_when_the_endpoints_are_mapped()
    {
        await using var app = Build(new() { ["FhirMsc:Resources"] = Path.Combine(Path.GetTempPath(), "no-such-folder") });

        Assert.Contains("no-such-folder", Assert.Throws<InvalidOperationException>(() => app.MapFhirMsc()).Message, StringComparison.Ordinal);
    }

    private static WebApplication Build(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddFhirMsc();
        return builder.Build();
    }

    private static async Task UntilAsync(HttpClient client, string path, string text)
    {
        var answer = string.Empty;
        for (var i = 0; i < 400 && !answer.Contains(text, StringComparison.Ordinal); i++)
        {
            await Task.Delay(25);
            using var response = await client.GetAsync(path);
            answer = await response.Content.ReadAsStringAsync();
        }

        Assert.Contains(text, answer, StringComparison.Ordinal);
    }
}
