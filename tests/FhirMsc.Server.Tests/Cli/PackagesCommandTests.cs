using FhirMsc.Cli;

namespace FhirMsc.Server.Tests.Cli;

public sealed class PackagesCommandTests : IDisposable
{
    private const string Digest = "sha512-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fhirmsc-packages-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Lists_what_is_pinned_and_says_what_is_not_here()
    {
        Pin($$"""{"packages":[{"name":"fhirmsc.nowhere","version":"1.0.0","sha512":"{{Digest}}"}]}""");

        Assert.Equal((0, "fhirmsc.nowhere@1.0.0  not here"), await RunAsync("list"));
        var (exit, output) = await RunAsync("verify");
        Assert.Equal(1, exit);
        Assert.Contains("package-missing", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/", 1, "package-offline")]
    [InlineData("nowhere", 2, "package-registry-address")]
    public async Task A_registry_that_cannot_be_used_is_one_clear_error(string registry, int expected, string code)
    {
        Pin($$"""{"packages":[{"name":"fhirmsc.nowhere","version":"1.0.0","sha512":"{{Digest}}"},{"name":"fhirmsc.nowhere","version":"2.0.0","sha512":"{{Digest}}"}]}""");

        var (exit, output) = await RunAsync("restore", "--registry", registry);

        Assert.Equal(expected, exit);
        Assert.Contains(code, Assert.Single(output.Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_not_there_or_broken_is_reported()
    {
        Assert.Equal(2, (await RunAsync("list")).Exit);
        Pin("""{"packages":[{"name":"a"}]}""");
        Assert.Equal(1, (await RunAsync("list")).Exit);
    }

    private void Pin(string json) => File.WriteAllText(Path.Combine(folder.FullName, "packages.json"), json);

    private async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.RunAsync(["packages", .. arguments, "--workspace", folder.FullName], output, output, CancellationToken.None);
        return (exit, output.ToString().TrimEnd('\n'));
    }
}
