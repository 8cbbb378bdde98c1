using System.Text.Json;

namespace FhirMsc.Server.Tests.Cli;

public sealed class ReloadTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fhirmsc-reload-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_good_new_version_is_served_and_a_bad_one_refused()
    {
        var content = Path.Combine(folder.FullName, "guideline.yaml");
        var text = await File.ReadAllTextAsync(Path.Combine(Tool.Root, "fhir-resources", "content", "nih-covid19-cell-therapy.yaml"));
        await File.WriteAllTextAsync(content, text);
        using var server = Tool.Start(
            new Dictionary<string, string?> { ["FhirMsc__Storage__File"] = Path.Combine(folder.FullName, "state.db"), ["FhirMsc__Watch"] = "true", ["FhirMsc__Port"] = "0" },
            "serve", "--content", content);
        try
        {
            var address = Tool.ReadUntil(server, "/cds-services").Split("/cds-services")[0].Split(' ')[^1];
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            var before = await VersionAsync(client);

            await File.WriteAllTextAsync(content, text.Replace("language: en-US", "langauge: en-US", StringComparison.Ordinal));
            Assert.Contains("langauge", Tool.ReadUntil(server, "nothing was published"), StringComparison.Ordinal);
            Assert.Equal(before, await VersionAsync(client));

            await File.WriteAllTextAsync(content, System.Text.RegularExpressions.Regex.Replace(text, "(?m)^version: .*$", "version: 9.9.9"));
            Tool.ReadUntil(server, "The new version is served");
            Assert.Equal("9.9.9", await VersionAsync(client));
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private static async Task<string?> VersionAsync(HttpClient client)
    {
        using var plan = JsonDocument.Parse(await client.GetStringAsync("/fhir/PlanDefinition/msc-covid19-order-sign"));
        return plan.RootElement.GetProperty("version").GetString();
    }
}
