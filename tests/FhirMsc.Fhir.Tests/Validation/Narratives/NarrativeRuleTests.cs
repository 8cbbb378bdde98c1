using FhirMsc.Fhir.Validation.Narratives;

namespace FhirMsc.Fhir.Tests.Validation.Narratives;

public class NarrativeRuleTests
{
    [Theory]
    [InlineData("<p>Text, <b>bold</b> and <a href='https://example.org/a'>a link</a> &nbsp; &eacute;</p>")]
    [InlineData("<a name='x'>here</a> <a href='#x'>there</a>")]
    [InlineData("<p id='y'>here</p> <a href='#y'>there</a>")]
    [InlineData("<a href='#c1'>a contained resource</a>")]
    [InlineData("<img src='data:image/png;base64,iVBORw0KGgo=' alt='x'/>")]
    [InlineData("<a href='Patient/1'>relative</a> <a href='mailto:a@example.org'>mail</a>")]
    public void Accepts(string inside) => Assert.Empty(Find(inside));

    [Theory]
    [InlineData("<script>alert(1)</script>x", "narrative-element")]
    [InlineData("<form>x</form>", "narrative-element")]
    [InlineData("<iframe src='https://example.org'/>x", "narrative-element")]
    [InlineData("<p onclick='x()'>x</p>", "narrative-attribute")]
    [InlineData("<a href='javascript:alert(1)'>x</a>", "narrative-active-link")]
    [InlineData("<a href='JaVa&#10;ScRiPt:alert(1)'>x</a>", "narrative-active-link")]
    [InlineData("<img src='vbscript:x'/>", "narrative-active-link")]
    [InlineData("<a href='urn:uuid:0bbd8d5e-8d34-4d1c-9a55-8a4ee5f0b6d5'>x</a>", "narrative-link-scheme")]
    [InlineData("<a href='data:text/html,x'>x</a>", "narrative-link-scheme")]
    [InlineData("<a href='#nowhere'>x</a>", "narrative-link-target")]
    [InlineData("<p>x", "narrative-malformed")]
    [InlineData("x &nosuchentity; x", "narrative-malformed")]
    [InlineData("<p>x</p><?php x ?>", "narrative-markup")]
    [InlineData("  ", "narrative-empty")]
    [InlineData("<p><br/></p>", "narrative-empty")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>x", "narrative-element")]
    public void Rejects(string inside, string kind) => Assert.Equal([$"{kind} @ Patient.text.div"], Find(inside));

    [Theory]
    [InlineData("<p xmlns='http://www.w3.org/1999/xhtml'>x</p>")]
    [InlineData("<div>x</div>")]
    [InlineData("<div xmlns='http://example.org'>x</div>")]
    public void Wants_a_div_in_the_namespace_of_xhtml(string div) =>
        Assert.Equal(["narrative-root @ Patient.text.div"], Findings.Of("narrative-", $$$$$$"""{"resourceType":"Patient","text":{"status":"generated","div":"{{{{{{div}}}}}}"}}"""));

    [Theory]
    [InlineData("https://example.org", "https")]
    [InlineData("Patient/1", null)]
    [InlineData("a/b:c", null)]
    [InlineData("?a:b", null)]
    [InlineData(" java\tscript:x", "javascript")]
    public void Reads_the_scheme_as_a_browser_does(string target, string? scheme) => Assert.Equal(scheme, LinkScheme.Of(target));

    private static string[] Find(string inside) =>
        Findings.Of("narrative-", $$"""{"resourceType":"Patient","text":{"status":"generated","div":"<div xmlns='http://www.w3.org/1999/xhtml'>{{inside}}</div>"},"contained":[{"resourceType":"Organization","id":"c1","name":"x"}]}""");
}
