using System.Text;
using FhirMsc.Content.Import;

namespace FhirMsc.Tests.Content.Import;

/// <summary>A new publisher is a new file, without a build.</summary>
public sealed class RuleFilesTests : IDisposable
{
    private const string Page = "Foodrug\n\nRecommendations\n\nThe Panel recommends against foodrug in adults <<weak/thin>>.\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("rules").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_of_the_folder_adds_the_scheme_of_another_publisher()
    {
        Write("schemes/other.yaml", """
            scheme:
              id: other-publisher
              title: "Other publisher: weak or firm, thin or thick"
              format: "{strength}/{evidence}"
              strength: {weak: , firm: }
              evidence: {thin: , thick: }
              forms:
                - {id: brackets, is: after, form: '<<(?<strength>weak|firm)/(?<evidence>thin|thick)>>'}
            """);

        Assert.DoesNotContain("other-publisher", Import(null).Draft, StringComparison.Ordinal);
        Assert.Contains("other-publisher", Import(_folder).Draft, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_the_name_of_a_delivered_one_stands_in_its_place()
    {
        Write("schemes/nih-2021.yaml", "scheme: {id: mine, title: Mine, format: in words, strength: {weak: }, forms: [{is: after, form: '<<(?<strength>weak)/thin>>'}]}\n");

        Assert.Contains("mine", Import(_folder).Draft, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_place_of_a_delivered_one_must_have_its_lists()
    {
        Write("exceptions.yaml", "macros: {}\n");

        Assert.Contains("exceptionBehind, exceptions", Assert.Single(Import(_folder).Issues).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scheme: {title: no id}\n")]
    [InlineData("directions: [{is: for, form: '('}]\n")]
    [InlineData("directions: nothing\n")]
    [InlineData("words: {furnitureElements: nav}\n")]
    [InlineData("directions: [\n")]
    public void A_file_that_is_no_rule_file_is_a_finding_and_nothing_is_read(string text)
    {
        Write("mine.yaml", text);

        var result = Import(_folder);

        Assert.Null(result.Draft);
        Assert.Equal("import-no-rules", Assert.Single(result.Issues).Kind.Id);
    }

    private static ImportResult Import(string? rules) => GuidelineImport.Import(new MemoryStream(Encoding.UTF8.GetBytes(Page)), "page.txt", rules: rules);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
