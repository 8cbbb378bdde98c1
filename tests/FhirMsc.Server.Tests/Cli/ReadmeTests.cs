using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FhirMsc.Server.Tests.Cli;

/// <summary>The README's commands, run as printed, except that the tool is not built again for each of them.</summary>
public partial class ReadmeTests
{
    private const string Run = "dotnet run --project src/FhirMsc.Cli -- ";

    private static readonly string[] Blocks = [.. CodeBlocks().Matches(File.ReadAllText(Path.Combine(Tool.Root, "README.md"))).Select(match => match.Groups[1].Value.Trim())];

    [Fact]
    public void The_first_two_blocks_are_the_main_job_and_the_tests()
    {
        Assert.Equal(Run + "serve", Blocks[0]);
        Assert.Equal("dotnet test", Blocks[1]);
    }

    [Fact]
    public void The_script_of_the_continuous_integration_calls_the_test_command_of_the_readme() =>
        Assert.Matches($"(?m)^step 'test' {Regex.Escape(Blocks[1])}\\b", File.ReadAllText(Path.Combine(Tool.Root, ".ci", "run")));

    [Fact]
    public async Task Every_other_command_of_the_blocks_ends_well()
    {
        var commands = Blocks.Skip(2).SelectMany(block => block.Split('\n')).ToList();

        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            Assert.StartsWith(Run, command, StringComparison.Ordinal);
            var (exit, output, error) = await Tool.RunAsync(command[Run.Length..].Split(' '));
            Assert.True(exit == 0, $"{command}\n{output}\n{error}");
        }
    }

    [Fact]
    public async Task The_main_job_serves_and_the_printed_call_gets_the_card()
    {
        using var server = Tool.Start("serve", "--port", "0");
        try
        {
            var printed = await ReadUntilAsync(server, "Ctrl+C");
            var call = Calls().Match(printed);
            Assert.True(call.Success, printed);
            using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", call.Value.Trim()]) { RedirectStandardOutput = true })!;
            var answer = await shell.StandardOutput.ReadToEndAsync();
            await shell.WaitForExitAsync();

            using var json = JsonDocument.Parse(answer);
            var card = json.RootElement.GetProperty("cards")[0];
            var text = card.GetProperty("summary").GetString() + card.GetProperty("detail").GetString();
            Assert.Equal("warning", card.GetProperty("indicator").GetString());
            Assert.All(["against", "clinical trial", "AIIb", "rchived", "April 21, 2021"], part => Assert.Contains(part, text, StringComparison.Ordinal));
            Assert.StartsWith("https://www.covid19treatmentguidelines.nih.gov/", card.GetProperty("source").GetProperty("url").GetString(), StringComparison.Ordinal);
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    private static async Task<string> ReadUntilAsync(Process process, string end)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var text = string.Empty;
        while (!text.Contains(end, StringComparison.Ordinal) && await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            text += line + "\n";
        }

        return text;
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlocks();

    [GeneratedRegex("(?m)^ *curl .*$")]
    private static partial Regex Calls();
}
