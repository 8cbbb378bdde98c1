using FhirMsc.Hooks.Cards;

namespace FhirMsc.Tests.Hooks.Cards;

public class CardTextTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(138)]
    [InlineData(139)]
    public void A_summary_that_fits_is_left_alone(int length)
    {
        var text = new string('x', length);

        Assert.Equal(text, CardText.Summary(text));
    }

    [Fact]
    public void A_summary_is_cut_behind_a_word_and_says_so()
    {
        var text = string.Concat(Enumerable.Repeat("mesenchymal ", 20));

        Assert.Equal(string.Join(' ', Enumerable.Repeat("mesenchymal", 11)) + "…", CardText.Summary(text));
    }

    [Fact]
    public void However_it_is_built_a_summary_stays_below_140_characters_and_whole_characters()
    {
        foreach (var text in new[] { new string('x', 500), string.Concat(Enumerable.Repeat("😀", 100)), "a" + string.Concat(Enumerable.Repeat("😀", 100)), new string('x', 130) + " " + new string('y', 100) })
        {
            var summary = CardText.Summary(text);

            Assert.InRange(summary.Length, 1, 139);
            Assert.EndsWith("…", summary, StringComparison.Ordinal);
            Assert.False(char.IsHighSurrogate(summary[^2]));
        }
    }

    [Fact]
    public void A_summary_is_one_line() => Assert.Equal("one two three", CardText.Summary(" one\n\ntwo \t three "));

    [Fact]
    public void Escaped_text_holds_no_markup() =>
        Assert.Equal("\\<img src=x onerror=alert(1)\\> \\*\\*bold\\*\\* \\[a\\](b) \\&lt; \\`x\\`", CardText.Escape("<img src=x\nonerror=alert(1)> **bold** [a](b) &lt; `x`"));
}
