using System.Text.Json;
using FhirMsc.Conformance.Profiles;
using FhirMsc.Decisions;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation;
using FhirMsc.Fhir.Xml;
using FhirMsc.Hooks;
using FhirMsc.Publishing;
using FhirMsc.Server.Standalone;
using FhirMsc.Server.Tests.Cli;
using Microsoft.AspNetCore.Builder;

namespace FhirMsc.Server.Tests.Endpoints.Rest;

/// <summary>A standalone server with one guideline of this repository in all releases. Whatever it answers is validated on the way.</summary>
public sealed class RestServer : IAsyncLifetime
{
    private static readonly Dictionary<FhirRelease, Lazy<Catalog>> Catalogs = FhirRelease.All.ToDictionary(release => release, release => new Lazy<Catalog>(() => EditionBuilder.Build(Content, release).Catalog!));
    private static readonly Dictionary<FhirRelease, ResourceValidator> Validators = FhirRelease.All.ToDictionary(
        release => release,
        release => new ResourceValidator(ValidationRules.For(release, [], new ResourceDefinitions(CatalogOf(release).Artifacts.Select(artifact => artifact.Tree.Root)))));

    private readonly WebApplication app;

    public RestServer()
    {
        var catalog = CatalogOf(FhirRelease.R4);
        var hooks = HookServices.Create(PlanReader.Read(catalog, TimeProvider.System).Plans.Select(HookService.For), out _)!;
        app = StandaloneHost.Build(catalog, hooks, new StandaloneOptions
        {
            Further = [.. new[] { FhirRelease.R4B, FhirRelease.R5 }.Select(release => new FurtherRelease(release, new Lazy<Catalog?>(() => CatalogOf(release))))],
        });
    }

    public HttpClient Client { get; } = new();

    private static IReadOnlyList<string> Content => [Path.Combine(Tool.Root, "fhir-resources", "content", "nih-covid19-cell-therapy.yaml")];

    public static Catalog CatalogOf(FhirRelease release) => Catalogs[release].Value;

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        Client.BaseAddress = new Uri(app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>Gets a resource, checks the status, and holds the answer against our validator.</summary>
    public async Task<JsonElement> GetAsync(string path, int status = 200)
    {
        using var response = await Client.GetAsync(path);
        return await ReadAsync(response, status, path);
    }

    /// <summary>Sends a resource.</summary>
    public async Task<JsonElement> PostAsync(string path, string json, int status = 200)
    {
        using var content = new StringContent(json, null, "application/fhir+json");
        using var response = await Client.PostAsync(path, content);
        return await ReadAsync(response, status, path);
    }

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response, int status, string about)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.True(status == (int)response.StatusCode, $"{about}: {(int)response.StatusCode} {System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 1500)))}");
        var type = response.Content.Headers.ContentType!;
        var release = FhirRelease.Find(type.Parameters.Single(parameter => parameter.Name == "fhirVersion").Value!)!;
        var read = type.MediaType!.EndsWith("xml", StringComparison.Ordinal) ? XmlParser.Parse(bytes, FhirModel.For(release)) : JsonParser.Parse(bytes);
        IEnumerable<Issue> issues = [.. read.Issues, .. Validators[release].Validate(read.Tree!.Root)];
        var errors = issues.Where(issue => issue.IsError).ToList();
        Assert.True(errors.Count == 0, $"{about}\n{string.Join('\n', errors.Take(10))}");
        return JsonDocument.Parse(JsonWriter.Write(read.Tree.Root)).RootElement;
    }
}
