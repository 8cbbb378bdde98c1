using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FhirMsc.Server.Tests.Cli;

/// <summary>Starts of the tool as a process of its own, one after the other, with a folder in which it remembers what passed the gate.</summary>
public sealed partial class VerifiedStartTests : IDisposable
{
    private const string TakenOver = "neither they nor the program have changed";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fhirmsc-start-");

    private string Content => Path.Combine(folder.FullName, "guideline.yaml");

    private string Cache => Path.Combine(folder.FullName, "cache");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_second_start_gives_the_same_answers_and_a_changed_byte_is_never_answered_from_before()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Tool.Root, "fhir-resources", "content", "nih-covid19-cell-therapy.yaml"));
        await File.WriteAllTextAsync(Content, text);

        var (saidFirst, first) = await ServeAsync(Cache, isKept: true);
        Assert.DoesNotContain(TakenOver, saidFirst, StringComparison.Ordinal);
        var (saidSecond, second) = await ServeAsync(Cache, isKept: true);
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            Assert.Contains(TakenOver, saidSecond, StringComparison.Ordinal);
        }

        Assert.Equal(first.Count, second.Count);
        Assert.All(first, answer => Assert.Equal(answer.Value, second[answer.Key]));
        Assert.Contains("warning", first["card"], StringComparison.Ordinal);

        await File.WriteAllTextAsync(Content, Version().Replace(text, "version: 9.9.9"));
        var (saidThird, third) = await ServeAsync(Cache, isKept: false);
        Assert.DoesNotContain(TakenOver, saidThird, StringComparison.Ordinal);
        Assert.Contains("\"9.9.9\"", third["/fhir/PlanDefinition/msc-covid19-order-sign"], StringComparison.Ordinal);

        foreach (var entry in Directory.EnumerateFiles(Cache))
        {
            await File.WriteAllTextAsync(entry, "damaged");
        }

        var (saidFourth, fourth) = await ServeAsync(Cache, isKept: false);
        Assert.DoesNotContain(TakenOver, saidFourth, StringComparison.Ordinal);
        Assert.Equal(third["/cds-services"], fourth["/cds-services"]);
    }

    [Fact]
    public async Task Switched_off_nothing_is_kept()
    {
        File.Copy(Path.Combine(Tool.Root, "fhir-resources", "content", "nih-covid19-cell-therapy.yaml"), Content);
        var (said, _) = await ServeAsync("off", isKept: false);

        Assert.DoesNotContain(TakenOver, said, StringComparison.Ordinal);
        Assert.Equal(["guideline.yaml"], Directory.EnumerateFileSystemEntries(folder.FullName).Select(Path.GetFileName).Where(name => !name!.StartsWith("state.db", StringComparison.Ordinal)));
    }

    /// <summary>Starts, asks everything, and ends; waits before that until all releases are kept.</summary>
    private async Task<(string Said, Dictionary<string, string> Answers)> ServeAsync(string cache, bool isKept)
    {
        using var server = Tool.Start(
            new Dictionary<string, string?> { ["FhirMsc__Storage__File"] = Path.Combine(folder.FullName, "state.db"), ["FhirMsc__Cache"] = cache, ["FhirMsc__Port"] = "0", ["HOME"] = folder.FullName, ["XDG_CACHE_HOME"] = null },
            "serve", "--content", Content);
        try
        {
            var said = Tool.ReadUntil(server, "/cds-services");
            using var client = new HttpClient { BaseAddress = new Uri(said.Split("/cds-services")[0].Split(' ')[^1]) };
            var answers = new Dictionary<string, string>();
            foreach (var path in new[] { "/cds-services", "/fhir/PlanDefinition/msc-covid19-order-sign", "/fhir/r4b/PlanDefinition/msc-covid19-order-sign", "/fhir/r5/PlanDefinition/msc-covid19-order-sign", "/fhir/CodeSystem", "/fhir/Library", "/fhir/PlanDefinition", "/fhir/Composition" })
            {
                answers[path] = Comparable(await client.GetStringAsync(path), client);
            }

            using var call = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Tool.Root, "fhir-resources", "calls", "covid19-and-msc-order.json")));
            using var request = new StringContent(call.RootElement.GetProperty("request").GetRawText(), Encoding.UTF8, "application/json");
            using var response = await client.PostAsync($"/cds-services/{call.RootElement.GetProperty("service").GetString()}", request);
            answers["card"] = Comparable(await response.Content.ReadAsStringAsync(), client);
            for (var i = 0; isKept && i < 600 && Directory.GetFiles(cache, "*.verified").Length < 3; i++)
            {
                await Task.Delay(50);
            }

            return (said, answers);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    /// <summary>Without what is another one at every start: identifiers of cards and suggestions, the port, and the time of the start.</summary>
    private static string Comparable(string answer, HttpClient client) =>
        Time().Replace(Uuid().Replace(answer, "(uuid)"), "(time)").Replace(client.BaseAddress!.Authority, "(server)", StringComparison.Ordinal);

    [GeneratedRegex("(?m)^version: .*$")]
    private static partial Regex Version();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex("\"lastUpdated\":\\s*\"[^\"]*\"")]
    private static partial Regex Time();
}
