using System.Text;
using FhirMsc.Content;
using FhirMsc.Content.Import.Drafts;
using FhirMsc.Content.Import.Reviews;

namespace FhirMsc.Tests.Content.Import;

public class ReviewTests
{
    private static Review Open(string draft, string name = "draft.yaml") => Review.Open(new MemoryStream(Encoding.UTF8.GetBytes(draft)), name).Review!;

    private static string DraftOf(string page, bool json = false) => Imports.Import(Imports.Page(page), page, json).Draft!;

    [Fact]
    public void Places_that_were_not_read_come_first() => Assert.True(Open(DraftOf("nih-damaged.txt")).OpenQuestions()[0].IsUnread);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Answers_are_part_of_the_draft_and_a_later_review_goes_on(bool json)
    {
        var name = json ? "draft.json" : "draft.yaml";
        var review = Open(DraftOf("nih-damaged.txt", json), name);
        var before = review.OpenQuestions();
        var value = before.First(question => question.Path.EndsWith("/intervention/text", StringComparison.Ordinal));
        review.Accept(before[0]);
        Assert.True(review.Edit(value, "Torvastene, by mouth"));
        review.Skip(before[1]);

        var later = Open(review.Write(), name);

        Assert.Equal(before.Count - 2, later.OpenQuestions().Count);
        Assert.Equal("Torvastene, by mouth", (DraftPath.Find(later.Draft.Root, value.Path) as DraftText)?.Value);
        Assert.Equal(before[1].Path, later.OpenQuestions()[^1].Path);
    }

    [Fact]
    public void An_empty_edit_takes_the_value_out()
    {
        var review = Open(DraftOf("hiv-oi.txt"));
        var question = review.OpenQuestions().First(question => question.Path.EndsWith("/population/text", StringComparison.Ordinal));

        review.Edit(question, string.Empty);

        Assert.Null(DraftPath.Find(review.Draft.Root, question.Path));
    }

    [Fact]
    public void The_sentence_is_shown_with_the_stretch_the_question_is_about()
    {
        var page = Imports.Read(Imports.Page("nih-damaged.txt"));
        var question = Open(DraftOf("nih-damaged.txt")).OpenQuestions().First(question => question.Path.EndsWith("/intervention/text", StringComparison.Ordinal));

        var (before, marked, after) = Review.Context(question, page);

        Assert.Equal("torvastene", marked);
        Assert.EndsWith("recommends using ", before, StringComparison.Ordinal);
        Assert.Contains("mechanical ventilation (BII)", after, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_of_a_review_links_both_ways_and_loads_nothing()
    {
        var html = ReviewPage.Write(Open(DraftOf("nih-2022.html")), Imports.Read(Imports.Page("nih-2022.html"), "nih-2022.html"));

        foreach (var number in Enumerable.Range(1, 8))
        {
            Assert.Contains($"id=\"v{number}\"", html, StringComparison.Ordinal);
            Assert.Contains($"href=\"#t{number}\"", html, StringComparison.Ordinal);
        }

        Assert.Contains("href=\"#v", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_the_page_is_escaped()
    {
        const string Text = "Foodrug\n\nRecommendations\n\nThe Panel recommends against <img src=x onerror=alert(1)> foodrug in adults (AIII).\n";

        var html = ReviewPage.Write(Open(Imports.Import(Text).Draft!), Imports.Read(Text));

        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_generated_from_a_draft_with_open_points() =>
        Assert.Contains(ContentReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(DraftOf("nih-damaged.txt"))), "draft.yaml").Issues, issue => issue.Kind.Id == "import-unreviewed");

    [Theory]
    [InlineData("nih-2022.html")]
    [InlineData("hiv-oi.txt")]
    [InlineData("cdc-rr.html")]
    [InlineData("uspstf.txt")]
    [InlineData("idsa.html")]
    public void What_a_draft_holds_is_content_that_only_lacks_what_a_person_must_add(string page)
    {
        var issues = ContentReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(DraftOf(page))), "draft.yaml").Issues.Where(issue => issue.IsError).ToList();

        // Keys that hold our own words, codes and logic are missing, and half of a rating where the page prints half; nothing that is there is wrong.
        Assert.All(issues, issue => Assert.True(issue.Kind.Id is "content-missing-key" or "import-unreviewed" or "content-rating-parts", issue.ToString()));
    }

    [Fact]
    public void A_file_that_is_no_draft_is_refused() =>
        Assert.Equal("import-no-draft", Assert.Single(Review.Open(new MemoryStream("a: b"u8.ToArray()), "x.yaml").Issues).Kind.Id);
}
