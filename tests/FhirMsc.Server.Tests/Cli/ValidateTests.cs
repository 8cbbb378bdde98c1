using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using FhirMsc.Cli;

namespace FhirMsc.Server.Tests.Cli;

public sealed class ValidateTests : IDisposable
{
    private const string Good = """{"resourceType":"Basic","id":"a","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">a</div>"},"code":{"text":"x"}}""";
    private const string Bad = """{"resourceType":"Basic","id":"b","text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">b</div>"},"code":{"text":"x"},"pumpkin":1}""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fhirmsc-validate-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Exit_codes_are_0_clean_1_findings_2_usage()
    {
        Assert.Equal(0, (await RunAsync("validate", Write("good.json", Good))).ExitCode);
        Assert.Equal(1, (await RunAsync("validate", Write("bad.json", Bad))).ExitCode);
        Assert.Equal(2, (await RunAsync("validate", Path.Combine(folder.FullName, "none.json"))).ExitCode);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    [InlineData("information", 1)]
    [InlineData("never", 0)]
    public async Task Fail_on_says_what_counts(string level, int exit) =>
        Assert.Equal(exit, (await RunAsync("validate", "--fail-on", level, Write("x.json", "{\"resourceType\":\"Basic\",\"code\":{\"text\":\"x\"}}"))).ExitCode);

    [Fact]
    public async Task Every_mistake_in_the_words_is_told_at_once_with_its_remedy()
    {
        var (exit, _, error) = await RunAsync(
            "validate", "none.json", "--release", "r9", "--format", "pdf", "--fail-on", "never-ever", "--baseline", "none.yaml", "--page", "none.txt", "--profile", "vitalsigns", "--quiet", "--verbose", "--pumpkin");

        Assert.Equal(2, exit);
        Assert.All(
            ["none.json", "r4, r4b or r5", "text, json, junit, sarif, html or github", "error, warning, information or never", "--write-baseline", "none.txt", "canonical URL", "contradict", "--pumpkin", "--help"],
            words => Assert.Contains(words, error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Packages_and_profiles_that_nobody_has_are_usage_errors()
    {
        var file = Write("good.json", Good);
        var (exit, _, error) = await RunAsync("validate", file, "--package", "no.such.package@1.0.0", "--profile", "https://example.org/StructureDefinition/none");

        Assert.Equal(2, exit);
        Assert.Contains("no.such.package", error, StringComparison.Ordinal);
        Assert.Contains("Nobody defines the profile", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_read_as_a_resource_or_as_lines()
    {
        var (exit, output, _) = await RunAsync(new Terminal { Input = () => new MemoryStream(Encoding.UTF8.GetBytes($"{Good}\n{Bad}\n")) }, "validate", "-");

        Assert.Equal(1, exit);
        Assert.Contains("-:2:", output, StringComparison.Ordinal);
        Assert.Contains("2 resources: 1 error", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_appears_under_its_name_when_it_is_whole()
    {
        var report = Path.Combine(folder.FullName, "reports", "out.sarif");
        var (exit, output, error) = await RunAsync("validate", Write("bad.json", Bad), "--format", "sarif", "--output", report);

        Assert.Equal(1, exit);
        Assert.Empty(output);
        Assert.Contains("out.sarif", error, StringComparison.Ordinal);
        Assert.Equal([report], Directory.GetFiles(Path.GetDirectoryName(report)!));
        using var sarif = JsonDocument.Parse(await File.ReadAllBytesAsync(report));
        Assert.Equal("structure-unknown-element", sarif.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("ruleId").GetString());
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("junit")]
    [InlineData("sarif")]
    [InlineData("html")]
    [InlineData("github")]
    public async Task A_file_holds_what_the_standard_output_would(string format)
    {
        var report = Path.Combine(folder.FullName, "report");
        var (input, words) = (Write("bad.json", Bad), (string[])["validate", "--no-color", "--format", format, "--fail-on", "never"]);
        var (exit, _, error) = await RunAsync([.. words, "--output", report, input]);

        Assert.Equal((0, true), (exit, error.Contains("Report: ", StringComparison.Ordinal)));
        Assert.Equal((await RunAsync([.. words, input])).Output, await File.ReadAllTextAsync(report));
    }

    [Fact]
    public async Task A_baseline_that_was_written_excuses_what_it_holds_and_tells_when_it_is_stale()
    {
        var file = Write("bad.json", Bad);
        var baseline = Path.Combine(folder.FullName, "known.yaml");

        Assert.Equal(1, (await RunAsync("validate", file, "--write-baseline", baseline)).ExitCode);
        var (exit, output, _) = await RunAsync("validate", file, "--baseline", baseline);
        Assert.Equal(0, exit);
        Assert.Contains("1 known", output, StringComparison.Ordinal);

        Write("bad.json", Good);
        Assert.Contains("baseline-stale", (await RunAsync("validate", file, "--baseline", baseline)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_is_checked_member_by_member_against_its_own_profiles()
    {
        var profile = """
            {"resourceType":"StructureDefinition","id":"named","url":"https://example.org/StructureDefinition/named","name":"Named","status":"active","fhirVersion":"4.0.1","kind":"resource",
             "abstract":false,"type":"Basic","baseDefinition":"http://hl7.org/fhir/StructureDefinition/Basic","derivation":"constraint",
             "differential":{"element":[{"id":"Basic.identifier","path":"Basic.identifier","min":1}]}}
            """;
        var package = Path.Combine(folder.FullName, "own.tgz");
        Pack(package, ("package.json", """{"name":"own","version":"1.0.0","fhirVersions":["4.0.1"]}"""), ("StructureDefinition-named.json", profile), ("Basic-a.json", Good.Replace("\"id\":\"a\",", "\"id\":\"a\",\"meta\":{\"profile\":[\"https://example.org/StructureDefinition/named\"]},", StringComparison.Ordinal)));
        var (exit, output, _) = await RunAsync("validate", package);

        Assert.Equal(1, exit);
        Assert.Contains("own.tgz!package/Basic-a.json", output, StringComparison.Ordinal);
        Assert.Contains("profile: https://example.org/StructureDefinition/named", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_artifact_points_at_the_line_of_the_content_and_its_place_in_the_page()
    {
        var (source, workspace) = (Path.Combine(Tool.Root, "fhir-resources"), Path.Combine(folder.FullName, "w"));
        Directory.CreateDirectory(Path.Combine(workspace, "content"));
        Directory.CreateDirectory(Path.Combine(workspace, "r4"));
        File.Copy(Path.Combine(source, "content", "nih-covid19-cell-therapy.yaml"), Path.Combine(workspace, "content", "nih.yaml"));
        var name = "Evidence-nih-covid19-cell-therapy-chen-death.json";
        var text = await File.ReadAllTextAsync(Path.Combine(source, "r4", name));
        await File.WriteAllTextAsync(Path.Combine(workspace, "r4", name), text.Replace("\"status\": \"active\"", "\"status\": \"aktiv\"", StringComparison.Ordinal));

        var (_, output, _) = await RunAsync("validate", Path.Combine(workspace, "r4"));
        Assert.Matches(@"content: .*nih\.yaml:\d+:\d+", output);

        var (_, sarif, _) = await RunAsync("validate", Path.Combine(workspace, "r4"), "--format", "sarif");
        Assert.Contains("nih.yaml", sarif, StringComparison.Ordinal);

        var (_, annotations, _) = await RunAsync("validate", Path.Combine(workspace, "r4"), "--format", "github");
        Assert.Matches(@"::error file=[^,]*nih\.yaml,line=\d+", annotations);
    }

    [Fact]
    public async Task Our_own_resources_and_profiles_pass()
    {
        var resources = Path.Combine(Tool.Root, "fhir-resources");
        var (exit, output, _) = await RunAsync(
            "validate", Path.Combine(resources, "r4"), Path.Combine(resources, "r4b"), Path.Combine(resources, "r5"), Path.Combine(resources, "profiles"), "--baseline", Path.Combine(resources, "explained.yaml"), "--fail-on", "warning");

        Assert.True(exit == 0, output);
    }

    [Theory]
    [InlineData("r4")]
    [InlineData("r4b")]
    [InlineData("r5")]
    public async Task The_snapshots_of_our_profiles_are_what_their_differentials_give(string release)
    {
        // After a meant change of a differential: fhirmsc snapshot fhir-resources/profiles/r4/*.json --output fhir-resources/profiles/r4
        var files = Directory.GetFiles(Path.Combine(Tool.Root, "fhir-resources", "profiles", release), "*.json");
        var (exit, _, error) = await RunAsync(["snapshot", .. files, "--output", folder.FullName]);

        Assert.True(exit == 0, error);
        Assert.All(files, file => Assert.Equal(File.ReadAllText(file), File.ReadAllText(Path.Combine(folder.FullName, Path.GetFileName(file)))));
    }

    [Fact]
    public async Task Quiet_says_nothing_of_warnings_and_verbose_names_what_is_clean()
    {
        var file = Write("x.json", "{\"resourceType\":\"Basic\",\"code\":{\"text\":\"x\"}}");

        Assert.Empty((await RunAsync("validate", "--quiet", file)).Output);
        Assert.Contains("nothing found (FHIR R4)", (await RunAsync("validate", "--verbose", Write("good.json", Good))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colour_is_for_terminals_that_want_it()
    {
        var file = Write("bad.json", Bad);
        var terminal = new Terminal { Color = true };

        Assert.Contains("\u001b[31m", (await RunAsync(terminal, "validate", file)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', (await RunAsync(terminal, "validate", file, "--no-color")).Output);
        Assert.DoesNotContain('\u001b', (await RunAsync("validate", file)).Output);
    }

    [Fact]
    public async Task Watch_tells_what_came_and_what_went_and_ends_when_stopped()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var output = new Lines();
        using var error = new StringWriter();
        var file = Write("x.json", Good);
        var run = CommandLine.RunAsync(["validate", "--watch", folder.FullName], output, error, stop.Token);
        await output.UntilAsync("Watching", stop.Token);

        Write("x.json", Bad);
        await output.UntilAsync("+ ", stop.Token);
        Write("x.json", Good);
        await output.UntilAsync("- ", stop.Token);
        await stop.CancelAsync();

        Assert.Equal(0, await run);
        Assert.Empty(error.ToString());
    }

    [Fact]
    public async Task An_interrupted_process_ends_with_a_code_and_without_a_stack_trace()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Write("x.json", Bad);
        using var process = Tool.Start("validate", "--watch", folder.FullName);
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Watching", StringComparison.Ordinal))
        {
        }

        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync();

        Assert.Equal(1, process.ExitCode);
        Assert.Empty(await process.StandardError.ReadToEndAsync());
    }

    private static void Pack(string path, params (string Name, string Text)[] files)
    {
        using var stream = File.Create(path);
        using var gzip = new GZipStream(stream, CompressionLevel.Fastest);
        using var tar = new TarWriter(gzip);
        foreach (var (name, text) in files)
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, $"package/{name}") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
        }
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(Terminal.None, arguments);

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(Terminal terminal, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.RunAsync(arguments, output, error, CancellationToken.None, terminal);
        return (exit, output.ToString(), error.ToString());
    }

    /// <summary>A text that somebody waits for while it is written.</summary>
    private sealed class Lines : StringWriter
    {
        private int seen;

        public async Task UntilAsync(string start, CancellationToken stop)
        {
            while (true)
            {
                var lines = Text();
                var at = lines.FindIndex(seen, line => line.Contains(start, StringComparison.Ordinal));
                if (at >= 0)
                {
                    seen = at + 1;
                    return;
                }

                await Task.Delay(20, stop);
            }
        }

        public override void WriteLine(string? value)
        {
            lock (this)
            {
                base.WriteLine(value);
            }
        }

        private List<string> Text()
        {
            lock (this)
            {
                return [.. ToString().Split('\n')];
            }
        }
    }
}
