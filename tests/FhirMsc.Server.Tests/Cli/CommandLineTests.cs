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

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(arguments, output, error, CancellationToken.None);
        return (exit, output.ToString(), error.ToString());
    }
}
