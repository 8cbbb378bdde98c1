using System.Text;
using System.Text.Json;
using FhirMsc.Cli;

namespace FhirMsc.Server.Tests.Cli;

public sealed class ImportCommandTests : IDisposable
{
    private const string Page = "Foodrug\n\nLast Updated: May 1, 2021\n\nRecommendations\n\nThe Panel recommends against using foodrug in adults, except in a clinical trial (BIII).\n";

    private readonly string folder = Directory.CreateTempSubdirectory("fhirmsc-import").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Import_writes_a_draft_to_a_file()
    {
        var (page, draft) = (Path.Combine(folder, "page.txt"), Path.Combine(folder, "draft.yaml"));
        await File.WriteAllTextAsync(page, Page);

        var (exit, output, error) = await Run(["import", page, "--out", draft]);

        Assert.Equal((ExitCode.Fine, string.Empty), (exit, error));
        Assert.Contains("1 recommendations", output, StringComparison.Ordinal);
        Assert.Contains("direction: against", await File.ReadAllTextAsync(draft), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_reads_standard_input_and_writes_nothing_but_the_draft_to_standard_output()
    {
        var (exit, output, error) = await Run(["import", "-", "--format", "json"], Page);

        Assert.Equal(ExitCode.Fine, exit);
        using var json = JsonDocument.Parse(output);
        var recommendation = json.RootElement.GetProperty("recommendations")[0];
        Assert.Equal("against", recommendation.GetProperty("direction").GetString());
        Assert.Equal("B", recommendation.GetProperty("rating").GetProperty("strength").GetString());
        Assert.Contains("1 recommendations", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_does_not_write_over_the_answers_of_a_review()
    {
        var (page, draft) = (Path.Combine(folder, "page.txt"), Path.Combine(folder, "draft.yaml"));
        await File.WriteAllTextAsync(page, Page);
        await Run(["import", page, "--out", draft]);
        await Run(["review", draft], "a\nq\n");
        var reviewed = await File.ReadAllTextAsync(draft);

        var (exit, _, error) = await Run(["import", page, "--out", draft]);
        var (again, _, _) = await Run(["import", page, "--merge", draft, "--out", draft]);

        Assert.Equal((ExitCode.Usage, ExitCode.Fine), (exit, again));
        Assert.Contains("--merge", error, StringComparison.Ordinal);
        Assert.Equal(reviewed, await File.ReadAllTextAsync(draft));
    }

    [Theory]
    [InlineData("%PDF-1.4", "PDF")]
    [InlineData("", "empty")]
    public async Task Import_says_why_nothing_can_be_read(string input, string reason)
    {
        var (exit, output, error) = await Run(["import", "-"], input);

        Assert.Equal((ExitCode.Findings, string.Empty), (exit, output));
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/page")]
    [InlineData("https://localhost/page")]
    public async Task Import_fetches_from_public_addresses_only(string address)
    {
        var (exit, _, error) = await Run(["import", address]);

        Assert.Equal(ExitCode.Findings, exit);
        Assert.Contains("not public", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_of_a_file_that_is_not_there_is_a_mistake_of_usage() =>
        Assert.Equal(ExitCode.Usage, (await Run(["import", Path.Combine(folder, "none.txt")])).Exit);

    [Fact]
    public async Task Review_saves_every_answer_and_goes_on_where_it_stopped()
    {
        var (page, draft) = (Path.Combine(folder, "page.txt"), Path.Combine(folder, "draft.yaml"));
        await File.WriteAllTextAsync(page, Page);
        await Run(["import", page, "--out", draft]);

        var (first, before, _) = await Run(["review", draft], "a\nq\n");
        var (second, after, _) = await Run(["review", draft], "a\ns\na\na\na\na\na\na\na\n");

        Assert.Equal(ExitCode.Findings, first);
        Assert.Equal(Open(before) - 1, Open(after));
        Assert.Contains("1 points are open", after, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, second);
        var (third, last, _) = await Run(["review", draft], "a\n");
        Assert.Equal(ExitCode.Fine, third);
        Assert.Contains("All points are settled", last, StringComparison.Ordinal);

        static int Open(string output) => int.Parse(output[..output.IndexOf(' ', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Review_writes_a_page_that_shows_text_beside_structure()
    {
        var (page, draft, html) = (Path.Combine(folder, "page.txt"), Path.Combine(folder, "draft.yaml"), Path.Combine(folder, "review.html"));
        await File.WriteAllTextAsync(page, Page);
        await Run(["import", page, "--out", draft]);

        Assert.Equal(ExitCode.Fine, (await Run(["review", draft, "--html", html])).Exit);
        Assert.Contains("recommends against", await File.ReadAllTextAsync(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_of_the_page_is_merged_and_its_changes_are_shown()
    {
        var (page, draft) = (Path.Combine(folder, "page.txt"), Path.Combine(folder, "draft.yaml"));
        await File.WriteAllTextAsync(page, Page);
        await Run(["import", page, "--out", draft]);
        await File.WriteAllTextAsync(page, Page.Replace("BIII", "AIII", StringComparison.Ordinal));

        var (exit, _, error) = await Run(["import", page, "--merge", draft, "--out", draft]);

        Assert.Equal(ExitCode.Fine, exit);
        Assert.Contains("changed: recommendations/r1/rating/strength: \"B\" → \"A\"", error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> Run(string[] arguments, string input = "")
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal { Input = () => new MemoryStream(Encoding.UTF8.GetBytes(input)) };
        var exit = await CommandLine.RunAsync(arguments, output, error, CancellationToken.None, terminal);
        return (exit, output.ToString(), error.ToString());
    }
}
