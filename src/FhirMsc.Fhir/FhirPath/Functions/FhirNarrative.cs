using System.Collections.Frozen;
using System.Xml;
using FhirMsc.Fhir.FhirPath.Compilation;
using FhirMsc.Fhir.FhirPath.Evaluations;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>FHIR, Using FHIRPath: <c>htmlChecks()</c>, the rules of a narrative (https://hl7.org/fhir/R4/narrative.html).</summary>
internal static class FhirNarrative
{
    private const string XhtmlNamespace = "http://www.w3.org/1999/xhtml";

    private static readonly FrozenSet<string> Elements = new[]
    {
        "p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "b", "em", "i", "strong", "small", "big", "tt", "dfn", "q", "var", "abbr", "acronym", "cite", "blockquote", "hr", "address",
        "bdo", "kbd", "sub", "sup", "ul", "ol", "li", "dl", "dt", "dd", "pre", "table", "caption", "colgroup", "col", "thead", "tr", "tfoot", "tbody", "th", "td", "code", "samp", "img", "map", "area", "ins",
        "del", "label",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Attributes = new[]
    {
        "title", "style", "class", "id", "lang", "xml:lang", "xml:space", "dir", "accesskey", "tabindex", "span", "width", "align", "valign", "char", "charoff", "abbr", "axis", "headers", "scope", "rowspan", "colspan",
        "name", "href", "src", "alt", "border", "cellpadding", "cellspacing", "frame", "rules", "summary", "height", "hspace", "vspace", "longdesc", "usemap", "ismap", "shape", "coords", "rel", "rev", "type",
        "charset", "hreflang", "cite", "datetime", "start", "value", "compact", "clear", "size", "noshade", "color", "bgcolor", "nowrap", "target", "idref",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a single xhtml or string keeps the rules; empty for everything else.</summary>
    public static Transform HtmlChecks(FunctionCall call) => (run, start) =>
    {
        var known = run.TrySingle(start, call.Offset, "htmlChecks()", out var item);
        run.Drop(start);
        if (known && item.AsString() is { } text)
        {
            run.Push(Item.Of(Keeps(text)));
        }
    };

    private static bool Keeps(string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, MaxCharactersFromEntities = 0 };
        var html = HtmlEntities.Resolve(text);
        try
        {
            // A string holds what would be inside of a narrative's div.
            html = html.TrimStart().StartsWith("<div", StringComparison.Ordinal) ? html : $"<div xmlns=\"{XhtmlNamespace}\">{html}</div>";
            using var reader = XmlReader.Create(new StringReader(html), settings);
            return reader.MoveToContent() == XmlNodeType.Element && reader is { LocalName: "div", NamespaceURI: XhtmlNamespace } && KeepsInside(reader);
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static bool KeepsInside(XmlReader reader)
    {
        var hasContent = false;
        do
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !Elements.Contains(reader.LocalName) || reader.NamespaceURI != XhtmlNamespace || !KeepsAttributes(reader):
                    return false;
                case XmlNodeType.Element:
                    hasContent |= reader.LocalName == "img";
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    hasContent |= !string.IsNullOrWhiteSpace(reader.Value);
                    break;
                case XmlNodeType.ProcessingInstruction or XmlNodeType.EntityReference:
                    return false;
                default:
                    break;
            }
        }
        while (reader.Read());

        // A narrative must have some content that is not white space.
        return hasContent;
    }

    private static bool KeepsAttributes(XmlReader reader)
    {
        var keeps = true;
        for (var found = reader.MoveToFirstAttribute(); found && keeps; found = reader.MoveToNextAttribute())
        {
            keeps = reader.Prefix == "xmlns" || reader.Name == "xmlns" || Attributes.Contains(reader.Name);
        }

        reader.MoveToElement();
        return keeps;
    }
}
