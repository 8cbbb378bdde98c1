using System.Text;
using FhirMsc.Content.Import;
using FhirMsc.Content.Import.Drafts;
using FhirMsc.Content.Import.Reviews;

namespace FhirMsc.Tests.Content.Import;

public class MergeTests
{
    private const string First = "Foodrug\n\nLast Updated: May 1, 2021\n\nRecommendations\n\n• The Panel recommends against using foodrug in adults (BIII).\n• The Panel recommends using bardrug in children with fever (AIIa).\n\nReferences\n\n1. Foo A. One. Imag J. 2020;1:2-3. PMID: 90000001.\n";

    private static readonly string Second = First.Replace("May 1, 2021", "June 2, 2022", StringComparison.Ordinal).Replace("(BIII)", "(AI)", StringComparison.Ordinal)
        .Replace("• The Panel recommends using bardrug in children with fever (AIIa).\n", "• The Panel recommends using bazdrug in elderly women with cough and gout (CIII).\n", StringComparison.Ordinal)
        .Replace("PMID: 90000001.\n", "PMID: 90000001.\n2. Bar B. Two. Imag J. 2021;2:4-5. PMID: 90000002.\n", StringComparison.Ordinal);

    private static MergeResult Merge(string reviewed, string page) =>
        GuidelineMerge.Merge(new MemoryStream(Encoding.UTF8.GetBytes(reviewed)), "reviewed.yaml", Imports.Import(page).Draft!, json: false);

    private static Draft Read(string text) => new(DraftReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), null).Root!);

    /// <summary>The draft of the first version after a review: a title and a rationale were added, and a population was put right.</summary>
    private static string Reviewed()
    {
        var review = Review.Open(new MemoryStream(Encoding.UTF8.GetBytes(Imports.Import(First).Draft!)), "draft.yaml").Review!;
        review.Edit(review.All().First(question => question.Path == "recommendations/r1/population/text"), "All grown-ups");
        DraftPath.Put(review.Draft.Root, "recommendations/r1/title", new DraftText("Against foodrug"));
        return review.Write();
    }

    [Fact]
    public void The_same_page_changes_nothing() => Assert.Empty(Merge(Reviewed(), First).Changes);

    [Theory]
    [InlineData("")]
    [InlineData("A banner that moves all that follows.\n\n")]
    public void A_place_that_a_reviewer_looked_at_stays_settled(string banner)
    {
        const string Page = "Foodrug\n\nRecommendations\n\nThe Panel recommends bardrug (BIII).\n\nIn 1996, the panel issued a recommendation for foodrug (AIII).\n";
        var review = Review.Open(new MemoryStream(Encoding.UTF8.GetBytes(Imports.Import(Page).Draft!)), "draft.yaml").Review!;
        review.Accept(review.OpenQuestions().First(question => question.IsUnread && question.Rule == "noStatement/1"));

        var merged = Review.Open(new MemoryStream(Encoding.UTF8.GetBytes(Merge(review.Write(), banner + Page).Draft!)), "merged.yaml").Review!;

        Assert.Equal(1, merged.Answers);
        Assert.DoesNotContain(merged.OpenQuestions(), question => question.Rule == "noStatement/1");
    }

    [Fact]
    public void What_a_reviewer_wrote_stays()
    {
        var merged = Read(Merge(Reviewed(), Second).Draft!).Root;

        Assert.Equal("All grown-ups", (DraftPath.Find(merged, "recommendations/r1/population/text") as DraftText)?.Value);
        Assert.Equal("Against foodrug", (DraftPath.Find(merged, "recommendations/r1/title") as DraftText)?.Value);
    }

    [Fact]
    public void What_the_page_says_otherwise_is_taken_over_and_listed()
    {
        var result = Merge(Reviewed(), Second);
        var merged = Read(result.Draft!).Root;

        Assert.Equal("A", (DraftPath.Find(merged, "recommendations/r1/rating/strength") as DraftText)?.Value);
        Assert.Equal("2022-06-02", (DraftPath.Find(merged, "source/lastUpdated/date") as DraftText)?.Value);
        Assert.Contains(result.Changes, change => change.StartsWith("changed: recommendations/r1/rating/strength", StringComparison.Ordinal));
        Assert.Contains(result.Changes, change => change.StartsWith("new: references/2", StringComparison.Ordinal));
        Assert.Contains(result.Changes, change => change.StartsWith("new: recommendations/", StringComparison.Ordinal));
        Assert.Contains(result.Changes, change => change.StartsWith("gone: recommendations/r2", StringComparison.Ordinal));
    }

    [Fact]
    public void Changes_are_open_points_of_the_merged_draft()
    {
        var review = Review.Open(new MemoryStream(Encoding.UTF8.GetBytes(Merge(Reviewed(), Second).Draft!)), "merged.yaml").Review!;

        Assert.Contains(review.OpenQuestions(), question => question.Rule == "merge/recommendations/r1/rating/strength");
        Assert.DoesNotContain(review.OpenQuestions(), question => question.Path == "recommendations/r1/population/text");
    }
}
