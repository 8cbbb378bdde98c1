using System.Xml;
using FhirMsc.Fhir.Elements.Narratives;

namespace FhirMsc.Fhir.Tests.Elements.Narratives;

public class NarrativeContentTests
{
    private const int Seed = 4711;

    private static readonly string[] Texts =
    [
        "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p id=\"a\">x &amp; <b>y</b><br/></p><!-- c --><a href=\"#a\" name='n'>z</a></div>",
        "<?pi x?><h:div xmlns:h='http://www.w3.org/1999/xhtml' xmlns:q='u'><h:p h:title='x' q:title='y' id='a&#10;b'>&lt;<![CDATA[<x>]]></h:p></h:div>",
        "<div xmlns='http://www.w3.org/1999/xhtml' xml:space='preserve' xml:lang='de'>&#160;é &#x1F600;<?php x?></div> <?x?>",
    ];

    private static readonly string[] Bits =
    [
        "<", ">", "&", ";", "&#0;", "&#xD800;", "&#x41;", "&nosuch;", "]]>", "<![CDATA[", "<!--", "-->", "--", "<?x y?>", "<?xml?>", "<?a:b c?>", "\u0001", "\0", "\uD83D\uDE00", "\uD83D", "\uFFFE", "'", "\"", "=", " ",
        "\n", "/", "</p>", "<p>", "<br />", "<b c='", "<a:b>", " a:b='c'", " xmlns:a='u'", " xmlns:a=''", " xmlns=''", " xml:space='x'", " id='a'", " xmlns:xml='x'", " xmlns:xmlns='x'", ":", "é", "<!DOCTYPE div>", "-", "1",
    ];

    [Theory]
    [InlineData("<?xml version='1.0' encoding='UTF-8'?><div xmlns='http://www.w3.org/1999/xhtml'>x</div>", null)]
    [InlineData("<?xml version='1.0'><div xmlns='http://www.w3.org/1999/xhtml'>x</div>", "Malformed ")]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'><p>x</div>", "Malformed div/p")]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'><p><u>x</u></p></div>", "Element div/p/u")]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'>&#160;<p>&nbsp;</p></div>", "Empty ")]
    [InlineData("<div xmlns='http://www.w3.org/1999/xhtml'>x</div><?x?>", "Markup ")]
    [InlineData("", "Malformed ")]
    public void Names_what_is_wrong_and_the_elements_around_it(string text, string? fault) =>
        Assert.Equal(fault is null ? [] : [fault], NarrativeContent.Read(text).Faults.Select(found => $"{found.Kind} {found.Path}"));

    [Fact]
    public void Decodes_the_values_of_links_and_anchors()
    {
        var content = NarrativeContent.Read("<div xmlns='http://www.w3.org/1999/xhtml' id='a&amp;b'><a name='n' href=' x?a=1&amp;b=&#x41;\n'/><img src='i'/></div>");

        Assert.Equal(["a&b", "n"], content.Anchors);
        Assert.Equal([new NarrativeLink("x?a=1&b=A", false), new NarrativeLink("i", true)], content.Links);
    }

    [Fact]
    public void Tells_well_formed_from_malformed_as_the_runtimes_reader_of_xml_does()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 20_000; round++)
        {
            var text = Texts[random.Next(Texts.Length)];
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var at = random.Next(text.Length);
                text = random.Next(3) == 0 ? text.Remove(at, 1) : text.Insert(at, Bits[random.Next(Bits.Length)]);
            }

            var faults = NarrativeContent.Read(text).Faults;
            if (!faults.Any(fault => fault.Kind == NarrativeFaultKind.Root))
            {
                Assert.True(IsWellFormed(text) != faults.Any(fault => fault.Kind == NarrativeFaultKind.Malformed), $"seed {Seed}, round {round}: {text}");
            }
        }
    }

    private static bool IsWellFormed(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                // Only whether it gets to the end matters.
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
