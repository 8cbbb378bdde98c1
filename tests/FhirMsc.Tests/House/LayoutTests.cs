using System.Diagnostics;

namespace FhirMsc.Tests.House;

public class LayoutTests
{
    private const int LongestFile = 500;

    private static readonly string[] TopLevel = ["src", "tests", "fhir-resources", "FhirMsc.sln", "README.md", "build.ps1"];

    private static readonly string[] EmptyNames = ["Common", "Utils", "Utilities", "Helpers", "Extensions", "Services", "Managers", "Misc"];

    [Fact]
    public void No_file_is_longer_than_the_limit()
    {
        var tooLong = Repository.SourceFiles("src").Concat(Repository.SourceFiles("tests"))
            .Select(file => (Name: Repository.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > LongestFile)
            .ToList();

        Assert.True(tooLong.Count == 0, string.Join('\n', tooLong));
    }

    [Fact]
    public void Half_of_the_source_files_are_shorter_than_80_lines()
    {
        var lines = Repository.SourceFiles("src").Select(file => File.ReadLines(file).Count()).Order().ToList();

        Assert.InRange(lines[lines.Count / 2], 1, 80);
    }

    [Fact]
    public void Folders_are_nouns_of_the_subject()
    {
        var folders = Repository.SourceFiles("src").Select(file => Path.GetDirectoryName(Repository.Relative(file))!)
            .SelectMany(folder => folder.Split('/', '\\'))
            .Distinct();

        Assert.Empty(folders.Intersect(EmptyNames));
    }

    [Fact]
    public void The_top_level_holds_nothing_else()
    {
        var tracked = Git("ls-files").Select(file => file.Split('/')[0]).Where(name => !name.StartsWith('.')).Distinct().ToList();

        Assert.Empty(tracked.Except(TopLevel));
        Assert.Empty(TopLevel.Except(tracked));
    }

    [Fact]
    public void One_public_type_in_a_file()
    {
        var crowded = Repository.SourceFiles("src")
            .Where(file => File.ReadLines(file).Count(IsPublicType) > 1)
            .Select(Repository.Relative)
            .ToList();

        Assert.True(crowded.Count == 0, string.Join('\n', crowded));
    }

    private static bool IsPublicType(string line) =>
        line.StartsWith("public ", StringComparison.Ordinal)
        && new[] { " class ", " record ", " struct ", " interface ", " enum ", " delegate " }.Any(word => line.Contains(word, StringComparison.Ordinal));

    private static string[] Git(string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
