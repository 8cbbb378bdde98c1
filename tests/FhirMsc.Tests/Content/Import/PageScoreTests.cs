using FhirMsc.Suites.Pages;

namespace FhirMsc.Tests.Content.Import;

/// <summary>Every expected fact of every page is found, and nothing else: our own pages for each rating scheme and layout, and those beside the repository where they are.</summary>
public class PageScoreTests
{
    public static TheoryData<string> Own => [.. PageBoard.Pages(Imports.Folder).Select(page => Path.GetFileName(page.Page))];

    [Theory]
    [MemberData(nameof(Own))]
    public void Finds_all_facts_of_a_page_and_invents_none(string page)
    {
        var file = Path.Combine(Imports.Folder, page);

        var score = PageScore.Of(file, Path.ChangeExtension(file, null) + ".expected.json");

        foreach (var (kind, one) in score.Kinds)
            Assert.True(one is { Wrong: 0, Missed: 0, Invented: 0 }, $"{kind}: {string.Join('\n', one.Remarks)}");
    }

    [Fact]
    public void There_is_a_page_for_every_family() => Assert.True(Own.Count >= 18, $"{Own.Count} pages");

    [SharedFact("pages/nih-covid19-cell-therapy.txt")]
    public void Finds_all_ratings_directions_and_references_of_the_published_pages()
    {
        foreach (var (page, expected) in PageBoard.Pages(Shared.Path("pages")))
        {
            var score = PageScore.Of(page, expected);

            foreach (var kind in new[] { "1 title", "2 date", "3 recommendations", "4 exceptions", "6 statistics", "8 citations" })
                Assert.True(score.Kinds[kind] is { Wrong: 0, Missed: 0, Invented: 0 }, $"{page} {kind}: {string.Join('\n', score.Kinds[kind].Remarks)}");
            // The text of this page lost its link targets, and with them the identifiers.
            if (!page.EndsWith("cdc_evali_2019.txt", StringComparison.Ordinal))
                Assert.True(score.Kinds["5 references"] is { Wrong: 0, Missed: 0, Invented: 0 }, $"{page}: {string.Join('\n', score.Kinds["5 references"].Remarks)}");
        }
    }

    [Fact]
    public void A_page_without_the_expected_facts_is_scored_as_missed()
    {
        var file = Path.Combine(Imports.Folder, "navigation.html");

        var score = PageScore.Of(file, Path.Combine(Imports.Folder, "kdigo.expected.json"));

        Assert.Equal(3, score.Kinds["3 recommendations"].Missed);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"recommendations":[],"references":[],"statistics":[]}""")]
    public void Expected_facts_of_another_form_are_told_and_the_other_pages_scored(string facts)
    {
        var folder = Directory.CreateTempSubdirectory("fhirmsc-pages-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.txt"), "Nothing.");
            File.WriteAllText(Path.Combine(folder, "a.expected.json"), facts);
            File.Copy(Path.Combine(Imports.Folder, "ada.txt"), Path.Combine(folder, "b.txt"));
            File.Copy(Path.Combine(Imports.Folder, "ada.expected.json"), Path.Combine(folder, "b.expected.json"));
            using var output = new StringWriter();

            Assert.Equal(1, PageBoard.Run(folder, output, failures: false));
            Assert.Contains("a.txt was not scored: a.expected.json", output.ToString(), StringComparison.Ordinal);
            Assert.Contains("\n1 pages", output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
