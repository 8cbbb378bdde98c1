using FhirMsc.Cli;

namespace FhirMsc.Server.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fhirmsc-cli-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("pumpkin")]
    [InlineData("validate")]
    [InlineData("generate", "--pumpkin")]
    [InlineData("serve", "--port", "99999")]
    [InlineData("validate", "no-such-file.json")]
    [InlineData("generate", "--content", "no-such-file.yaml")]
    [InlineData("generate", "--resources", "no-such-folder")]
    [InlineData("definitions", "pack", "no-such-package.tgz")]
    public async Task A_command_that_cannot_be_understood_ends_with_2_and_says_why(params string[] arguments)
    {
        var (exit, _, error) = await RunAsync(arguments);

        Assert.Equal(2, exit);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_ends_with_1_and_names_file_line_and_rule()
    {
        var file = Path.Combine(folder.FullName, "bad.json");
        await File.WriteAllTextAsync(file, "{\"resourceType\":\"Patient\",\n \"pumpkin\":1}\n");
        var (exit, output, _) = await RunAsync("validate", folder.FullName);

        Assert.Equal(1, exit);
        Assert.Contains($"{file}:2:12: error structure-unknown-element Patient.pumpkin", output, StringComparison.Ordinal);
        Assert.Contains("1 resource: 1 error, ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_reports_what_is_not_json_and_goes_on()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.json"), "{");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "b.json"), "{\"resourceType\":\"Patient\"}");
        var (exit, output, _) = await RunAsync("validate", folder.FullName);

        Assert.Equal(1, exit);
        Assert.Contains("json-syntax", output, StringComparison.Ordinal);
        Assert.Contains("2 resources: 1 error", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_writes_what_check_then_accepts_and_check_finds_any_drift()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "content"));
        var source = Path.Combine(Tool.Root, "fhir-resources", "content", "nih-covid19-cell-therapy.yaml");
        var content = Path.Combine(folder.FullName, "content", "guideline.yaml");
        File.Copy(source, content);

        Assert.Equal(0, (await RunAsync("generate", "--resources", folder.FullName)).ExitCode);
        Assert.Equal(0, (await RunAsync("generate", "--check", "--resources", folder.FullName)).ExitCode);

        await File.WriteAllTextAsync(content, (await File.ReadAllTextAsync(source)).Replace("date: 2026-11-23", "date: 2026-11-24", StringComparison.Ordinal));
        var (exit, output, _) = await RunAsync("generate", "--check", "--resources", folder.FullName);
        Assert.Equal(1, exit);
        Assert.Contains("differs", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_content_ends_with_1_and_all_its_errors_at_their_lines()
    {
        var content = Path.Combine(folder.FullName, "guideline.yaml");
        var text = await File.ReadAllTextAsync(Path.Combine(Tool.Root, "fhir-resources", "content", "nih-covid19-cell-therapy.yaml"));
        await File.WriteAllTextAsync(content, text.Replace("language: en-US", "langauge: en-US", StringComparison.Ordinal).Replace("printed: AIIb", "printed: AIII", StringComparison.Ordinal));
        var (exit, output, _) = await RunAsync("generate", "--check", "--content", content, "--resources", Path.Combine(Tool.Root, "fhir-resources"));

        Assert.Equal(1, exit);
        Assert.Contains($"{content}:", output, StringComparison.Ordinal);
        Assert.Contains("langauge", output, StringComparison.Ordinal);
        Assert.Contains("AIII", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_with_1_and_a_remedy()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        var (exit, _, error) = await RunAsync("serve", "--port", $"{port}", "--resources", Path.Combine(Tool.Root, "fhir-resources"));

        Assert.Equal(1, exit);
        Assert.Contains("--port", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_leads_from_an_element_to_its_line_and_sentence()
    {
        var page = Path.Combine(folder.FullName, "page.txt");
        await File.WriteAllTextAsync(page, "Clinical Data for Other Viral Infections\nThe first sentence. The second, with 17.6%.\n");

        var (exit, output, _) = await RunAsync("trace", "Evidence/nih-covid19-cell-therapy-chen-death#Evidence.statistic[0].quantity.value", "--release", "r5", "--page", page);

        Assert.Equal(0, exit);
        Assert.Matches(@"nih-covid19-cell-therapy\.yaml:\d+:\d+ \(studies\[3\]\.outcomes\[0\]\.results\[0\]\)", output);
        Assert.Contains("other-viral-data:2", output, StringComparison.Ordinal);
        Assert.Contains("The second, with 17.6%.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Evidence/nothing", "no generated resource")]
    [InlineData("Evidence/nih-covid19-cell-therapy-chen-death#Evidence.nothing", "no element")]
    public async Task Trace_says_what_there_is_not(string target, string words)
    {
        var (exit, _, error) = await RunAsync("trace", target, "--release", "r5");

        Assert.Equal(2, exit);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_ends_with_1_for_what_is_recommended()
    {
        var before = Path.Combine(Tool.Root, "fhir-resources", "content", "cdc-opioid-benzodiazepine.yaml");
        var after = Path.Combine(folder.FullName, "after.yaml");
        await File.WriteAllTextAsync(after, (await File.ReadAllTextAsync(before)).Replace("direction: for", "direction: neither", StringComparison.Ordinal));

        var (exit, output, _) = await RunAsync("diff", before, after, "--fail-on", "recommendation", "--format", "markdown");
        var (same, nothing, _) = await RunAsync("diff", before, before, "--fail-on", "any");

        Assert.Equal((1, 0), (exit, same));
        Assert.Contains("turned from for to neither", output, StringComparison.Ordinal);
        Assert.Contains("Nothing changed.", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tampered_file_is_named()
    {
        var resources = Path.Combine(folder.FullName, "fhir-resources");
        Directory.CreateDirectory(Path.Combine(resources, "content"));
        File.Copy(Path.Combine(Tool.Root, "fhir-resources", "content", "cdc-opioid-benzodiazepine.yaml"), Path.Combine(resources, "content", "a.yaml"));
        var key = Path.Combine(folder.FullName, "key.pem");
        using (var curve = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384))
        {
            await File.WriteAllTextAsync(key, curve.ExportPkcs8PrivateKeyPem());
        }

        Assert.Equal(0, (await RunAsync("generate", "--resources", resources, "--release", "r5")).ExitCode);
        Assert.Equal(0, (await RunAsync("sign", "--resources", resources, "--key", key)).ExitCode);
        Assert.Equal(0, (await RunAsync("verify", "--resources", resources, "--key", key)).ExitCode);
        var victim = Directory.EnumerateFiles(Path.Combine(resources, "r5")).Order(StringComparer.Ordinal).First();
        await File.AppendAllTextAsync(victim, " ");
        var (exit, output, _) = await RunAsync("verify", "--resources", resources, "--key", key);

        Assert.Equal(1, exit);
        Assert.Contains($"r5/{Path.GetFileName(victim)}: was changed", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(arguments, output, error, CancellationToken.None);
        return (exit, output.ToString(), error.ToString());
    }
}
