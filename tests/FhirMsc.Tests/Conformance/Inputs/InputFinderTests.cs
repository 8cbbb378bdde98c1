using FhirMsc.Conformance.Inputs;

namespace FhirMsc.Tests.Conformance.Inputs;

public sealed class InputFinderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fhirmsc-inputs-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Finds_the_files_of_a_folder_in_order_and_leaves_hidden_ones_and_others_out()
    {
        Make("b.json", "a/x.xml", "a/y.ndjson", ".git/z.json", "a/.hidden.json", "readme.md");
        var list = InputFinder.Find([folder.FullName]);

        Assert.Equal(["a/x.xml", "a/y.ndjson", "b.json"], list.Files.Select(Relative));
        Assert.Equal([InputForm.Single, InputForm.Lines, InputForm.Single], list.Files.Select(file => file.Form));
        Assert.Empty(list.Problems);
    }

    [Fact]
    public void Expands_a_pattern_that_no_shell_expanded()
    {
        Make("a/x.json", "a/b/y.json", "a/b/z.xml");

        Assert.Equal(["a/b/y.json", "a/x.json"], InputFinder.Find([Path.Combine(folder.FullName, "**", "*.json")]).Files.Select(Relative).Order());
        Assert.Equal(["a/x.json"], InputFinder.Find([Path.Combine(folder.FullName, "a", "*.json")]).Files.Select(Relative));
    }

    [Fact]
    public void A_file_named_twice_is_checked_once()
    {
        Make("x.json");

        Assert.Single(InputFinder.Find([Path.Combine(folder.FullName, "x.json"), folder.FullName]).Files);
    }

    [Fact]
    public void A_link_to_a_folder_above_does_no_harm()
    {
        Make("a/x.json");
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "a", "up"), folder.FullName);

        Assert.Single(InputFinder.Find([folder.FullName]).Files);
    }

    [Fact]
    public void All_mistakes_come_at_once_with_what_was_likely_meant()
    {
        Make("Patient.json", "empty/readme.md");
        var problems = InputFinder.Find([Path.Combine(folder.FullName, "patient.json"), Path.Combine(folder.FullName, "empty"), Path.Combine(folder.FullName, "*.xml"), "", "--pumpkin"]).Problems;

        Assert.Equal(5, problems.Count);
        Assert.Contains("Did you mean", problems[0], StringComparison.Ordinal);
        Assert.Contains("holds no", problems[1], StringComparison.Ordinal);
        Assert.Contains("No file fits", problems[2], StringComparison.Ordinal);
        Assert.Contains("empty", problems[3], StringComparison.Ordinal);
        Assert.Contains("no option", problems[4], StringComparison.Ordinal);
    }

    private void Make(params string[] files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "{}");
        }
    }

    private string Relative(InputFile file) => Path.GetRelativePath(folder.FullName, file.Path).Replace('\\', '/');
}
