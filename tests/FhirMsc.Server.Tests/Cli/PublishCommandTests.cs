using System.Diagnostics;

namespace FhirMsc.Server.Tests.Cli;

public class PublishCommandTests
{
    [RouterFact]
    public async Task A_server_of_another_make_takes_everything_once()
    {
        using var server = Process.Start(new ProcessStartInfo("node", [RouterFactAttribute.Program, RouterFactAttribute.Folder]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        try
        {
            var address = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
            var dry = await PublishAsync(address, "--dry-run");
            var other = await PublishAsync(address, "--release", "r5");
            var first = await PublishAsync(address);
            var second = await PublishAsync(address);

            Assert.Matches(@"^would be written: \d+\n", dry.Output);
            Assert.Equal((1, string.Empty), (other.ExitCode, other.Output));
            Assert.Contains("The server speaks FHIR 4.0.1, so R5 is nothing for it.", other.Error, StringComparison.Ordinal);
            Assert.True(first.ExitCode == 0, first.Output + first.Error);
            Assert.Matches(@"^created: \d+\nFHIR 4\.0\.1, ", first.Output);
            Assert.True(second.ExitCode == 0, second.Output + second.Error);
            Assert.Matches(@"^unchanged: \d+\nFHIR 4\.0\.1, nothing to write\n", second.Output);
        }
        finally
        {
            server.StandardInput.Close();
            if (!server.WaitForExit(TimeSpan.FromSeconds(5)))
            {
                server.Kill();
            }
        }
    }

    [Fact]
    public async Task Nobody_at_the_address_is_a_finding()
    {
        var (exit, _, error) = await PublishAsync("http://127.0.0.1:9");

        Assert.Equal(1, exit);
        Assert.Contains("could not be reached", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_a_usage_error() => Assert.Equal(2, (await PublishAsync("ftp://example.org")).ExitCode);

    private static Task<(int ExitCode, string Output, string Error)> PublishAsync(string address, params string[] more) =>
        Tool.RunAsync(["publish", "--to", address, "--content", Path.Combine("fhir-resources", "content", "nih-covid19-cell-therapy.yaml"), .. more]);
}
