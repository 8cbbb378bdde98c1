using System.Text;
using FhirMsc.Content.Import;
using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Tests.Content.Import;

public class BadInputTests
{
    [Theory]
    [InlineData("", "import-empty")]
    [InlineData("  \n\t", "import-empty")]
    [InlineData("%PDF-1.7 something", "import-no-page")]
    [InlineData("PK\u0003\u0004....", "import-no-page")]
    [InlineData("a\0b\0\0\u0001c\u0002\u0003", "import-no-page")]
    [InlineData("<html><script>x</script></html>", "import-no-text")]
    public void Says_what_is_wrong(string text, string issue) =>
        Assert.Contains(Imports.Import(text, text.StartsWith('<') ? "page.html" : "page").Issues, found => found.Kind.Id == issue);

    [Fact]
    public void A_page_in_another_language_gives_its_references_and_no_recommendation()
    {
        var text = string.Concat(Enumerable.Repeat("El panel recomienda no usar el medicamento en los pacientes con la enfermedad (AIII). ", 12)) + "\n\nReferences\n\n1. Foo A. Titulo. Rev Imag. 2020;1:2-3. PMID: 90000001.\n";

        var result = Imports.Import(text);

        Assert.Contains(result.Issues, issue => issue.Kind == ImportIssues.OtherLanguage);
        Assert.Equal((0, 1), (result.Recommendations, result.References));
    }

    [Theory]
    [InlineData("German", "Patienten mit der Krankheit sollen mit Foodrug behandelt werden (AI). Steroide sollten bei Kindern nicht angewendet werden (BIII). Es liegen keine Daten für die Schwangerschaft vor.")]
    [InlineData("French", "Il est recommandé de traiter les patients par le foodrug (AI). Les stéroïdes ne sont pas recommandés chez les enfants (BIII) et pour les femmes enceintes.")]
    [InlineData("Spanish", "Se recomienda tratar a los pacientes con foodrug (AI). No se recomienda el uso de esteroides en los niños con la enfermedad (BIII).")]
    public void A_short_page_in_another_language_says_which(string language, string text)
    {
        var result = Imports.Import($"Foodrug\n\n{text}\n");

        Assert.Contains(result.Issues, issue => issue.Kind == ImportIssues.OtherLanguage && issue.ToString().Contains(language, StringComparison.Ordinal));
        Assert.Equal(0, result.Recommendations);
    }

    [Fact]
    public void A_page_cut_off_in_the_middle_says_so_and_gives_what_is_there()
    {
        var result = Imports.Import("Foodrug\n\nRecommendations\n\nThe Panel recommends against foodrug in adults (AIII).\n\nRationale\n\nThe evidence for this statement was taken from several trials, and the\n");

        Assert.Contains(result.Issues, issue => issue.Kind == ImportIssues.CutOff);
        Assert.Equal(1, result.Recommendations);
    }

    [Fact]
    public void A_page_that_is_too_large_is_read_up_to_the_limit()
    {
        var text = "Foodrug\n\nRecommendations\n\nThe Panel recommends against foodrug in adults (AIII).\n\n" + new string('x', 5000);

        var result = GuidelineImport.Import(new MemoryStream(Encoding.UTF8.GetBytes(text)), "page.txt", limits: new PageLimits { MaximumBytes = 400 });

        Assert.Contains(result.Issues, issue => issue.Kind == ImportIssues.TooLarge);
        Assert.Equal(1, result.Recommendations);
        Assert.Contains(result.Unread, unread => unread.Rule == "page/size");
    }

    [Fact]
    public void Markup_nested_without_end_is_read_up_to_there()
    {
        var result = Imports.Import("<p>The Panel recommends against foodrug in adults (AIII).</p>" + string.Concat(Enumerable.Repeat("<div>", 50_000)) + "x", "page.html");

        Assert.Equal(1, result.Recommendations);
        Assert.Contains(result.Unread, unread => unread.Rule == "page/nesting");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public void Reads_other_encodings_with_a_byte_order_mark(string encoding)
    {
        var coding = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. coding.GetPreamble(), .. coding.GetBytes("Foodrug — ≥65\n\nThe Panel recommends against foodrug (AIII).")];

        var (page, _) = PageReader.Read(new MemoryStream(bytes), "page.txt");

        Assert.StartsWith("Foodrug — ≥65", page!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_windows_1252_where_the_bytes_are_no_utf8()
    {
        var (page, _) = PageReader.Read(new MemoryStream([.. "Caf"u8, 0xE9, .. " and more text"u8]), "page.txt");

        Assert.StartsWith("Café", page!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_page_gives_the_same_bytes() =>
        Assert.Equal(Imports.Import(Imports.Page("cdc-rr.html"), "cdc-rr.html").Draft, Imports.Import(Imports.Page("cdc-rr.html"), "cdc-rr.html").Draft);

    [Fact]
    public void Scripts_are_not_run_and_their_words_are_not_read() =>
        Assert.DoesNotContain("recommends nothing", Imports.Import(Imports.Page("nih-2022.html"), "nih-2022.html").Draft!, StringComparison.Ordinal);
}
