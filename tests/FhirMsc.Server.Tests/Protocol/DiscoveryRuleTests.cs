using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using FhirMsc.Hooks;
using FhirMsc.Server.Tests.Calls;

namespace FhirMsc.Server.Tests.Protocol;

/// <summary>What CDS Hooks 2.0.1 asks of the discovery document and of prefetch templates, held against the published guideline.</summary>
public partial class DiscoveryRuleTests(GuidelineServer server) : IClassFixture<GuidelineServer>
{
    [Fact]
    public async Task Lists_each_service_with_all_it_needs_to_be_called()
    {
        var services = await ServicesAsync();

        Assert.True(services.Count >= 3);
        foreach (var service in services)
        {
            Assert.All((string[])["hook", "title", "description", "id", "usageRequirements"], name => Assert.NotEmpty(service.GetProperty(name).GetString()!));
            Assert.NotNull(HookKinds.Find(service.GetProperty("hook").GetString()!));
            using var call = await server.Client.PostAsync($"/cds-services/{service.GetProperty("id").GetString()}", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"));
            Assert.Equal(HttpStatusCode.BadRequest, call.StatusCode);
        }

        // The sandbox keeps one service for each id.
        Assert.Equal(services.Count, services.Select(service => service.GetProperty("id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Templates_are_reads_or_searches_that_every_client_can_resolve()
    {
        foreach (var (template, hook) in await TemplatesAsync())
        {
            Assert.Matches(@"^([A-Z][A-Za-z]+\?\S+|[A-Z][A-Za-z]+/\{\{[a-zA-Z.]+\}\})$", template);
            Assert.True(template.Length <= 3_000, $"{template.Length} characters");
            foreach (Match token in Token().Matches(template))
            {
                Assert.True(HookKinds.Find(hook)!.Field(token.Groups[1].Value["context.".Length..])!.PrefetchToken);
            }
        }
    }

    [Fact]
    public async Task Searches_are_for_the_patient_bounded_and_within_the_recommended_subset()
    {
        var searches = (await TemplatesAsync()).Where(template => template.Template.Contains('?', StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(searches);
        foreach (var (template, _) in searches)
        {
            var parameters = template.Split('?')[1].Split('&').Select(parameter => parameter.Split('=')[0]).ToList();
            Assert.Contains("patient={{context.patientId}}", template, StringComparison.Ordinal);
            Assert.Contains("_count", parameters);
            Assert.All(parameters, name => Assert.Contains(name, (string[])["patient", "code", "status", "_count", "_sort"]));
            Assert.DoesNotContain("sort:desc", template, StringComparison.Ordinal);
            Assert.DoesNotMatch("=(ne|sa|eb|ap)[0-9]", template);
        }
    }

    [Fact]
    public async Task Exactly_the_published_keys_are_enough_for_an_answer()
    {
        foreach (var service in await ServicesAsync())
        {
            var keys = service.GetProperty("prefetch").EnumerateObject().Select(key => key.Name);
            var inputs = server.Services!.Find(service.GetProperty("id").GetString()!)!.Description.Inputs.Where(input => input.Query is not null).Select(input => input.Id);

            Assert.Equal(inputs, keys);
        }
    }

    private async Task<List<JsonElement>> ServicesAsync()
    {
        using var response = await server.Client.GetAsync("/cds-services");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        return [.. (await Bodies.ReadAsync(response)).GetProperty("services").EnumerateArray()];
    }

    private async Task<List<(string Template, string Hook)>> TemplatesAsync() =>
        [.. (await ServicesAsync()).SelectMany(service => service.GetProperty("prefetch").EnumerateObject().Select(key => (key.Value.GetString()!, service.GetProperty("hook").GetString()!)))];

    [GeneratedRegex(@"\{\{([^}]*)\}\}")]
    private static partial Regex Token();
}
