using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
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
}
