using FhirMsc.Content.Import.Findings;

namespace FhirMsc.Tests.Content.Import;

public class CitationNumbersTests
{
    [Theory]
    [InlineData("3-5", 9, 2, "3,4,5")]
    [InlineData("3–5", 9, 2, "3,4,5")]
    [InlineData("⁸,⁹", 12, 7, "8,9")]
    [InlineData("48, 180–183", 200, 179, "48,180,181,182,183")]
    [InlineData("89", 58, 7, "8,9")]
    [InlineData("202122232425", 60, 19, "20,21,22,23,24,25")]
    [InlineData("89", 120, 88, "89")]
    public void Reads_lists_ranges_and_lost_commas(string text, int highest, int sofar, string expected) =>
        Assert.Equal(expected.Split(',').Select(int.Parse), CitationNumbers.Read(text, highest, sofar));

    [Theory]
    [InlineData("99", 12, 3)]
    [InlineData("5-3", 12, 3)]
    [InlineData("2021", 12, 3)]
    public void Does_not_guess(string text, int highest, int sofar) => Assert.Null(CitationNumbers.Read(text, highest, sofar));

    [Theory]
    [InlineData("CD4 counts fell by Day 31.")]
    [InlineData("ACE2 and H7N9 and SARS-CoV-2 are names.")]
    [InlineData("The value was 5.1 in 58 people.")]
    public void Names_and_figures_are_no_citations(string sentence) =>
        Assert.Empty(Imports.Find($"Foodrug\n\nRationale\n\n{sentence} More words.\n\nReferences\n\n{string.Concat(Enumerable.Range(1, 60).Select(i => $"{i}. Foo A. Title {i}. Imag J. 2020;1:{i}-{i + 1}. PMID: 9000{i:0000}.\n"))}").Citations);
}
