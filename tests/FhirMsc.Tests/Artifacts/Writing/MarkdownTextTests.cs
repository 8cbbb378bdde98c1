using FhirMsc.Artifacts.Writing;

namespace FhirMsc.Tests.Artifacts.Writing;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("One\ntwo\n\nThree", "<p>One two</p><p>Three</p>")]
    [InlineData("- a\n- b", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("> quoted\n> on", "<blockquote><p>quoted on</p></blockquote>")]
    [InlineData("**bold** and *leaning*", "<p><b>bold</b> and <i>leaning</i></p>")]
    [InlineData("[page](https://example.org/a?b=1&c=2)", "<p><a href=\"https://example.org/a?b=1&amp;c=2\">page</a></p>")]
    [InlineData("2 * 3 * 4 < 5 & \"6\"", "<p>2 * 3 * 4 &lt; 5 &amp; &quot;6&quot;</p>")]
    [InlineData("[x](javascript:alert(1)) <script>", "<p>[x](javascript:alert(1)) &lt;script&gt;</p>")]
    public void Shows_what_content_uses_and_leaves_the_rest_as_typed(string markdown, string xhtml) => Assert.Equal(xhtml, MarkdownText.ToXhtml(markdown));
}
