using System.Collections.Frozen;

namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>
/// The elements and attributes that a narrative may use: HTML 4.0, chapters 7 to 11 (without 9.4) and 15, links, images and inline style
/// (https://hl7.org/fhir/R4/narrative.html#xhtml, invariant txt-1). Nothing in here can run or load code.
/// </summary>
internal static class NarrativeVocabulary
{
    /// <summary>The namespace of all elements.</summary>
    public const string Namespace = "http://www.w3.org/1999/xhtml";

    /// <summary>The elements.</summary>
    private static readonly FrozenSet<string> Elements = new[]
    {
        "p", "br", "div", "h1", "h2", "h3", "h4", "h5", "h6", "a", "span", "b", "em", "i", "strong", "small", "big", "tt", "dfn", "q", "var", "abbr", "acronym", "cite", "blockquote", "hr", "address",
        "bdo", "kbd", "sub", "sup", "ul", "ol", "li", "dl", "dt", "dd", "pre", "table", "caption", "colgroup", "col", "thead", "tr", "tfoot", "tbody", "th", "td", "code", "samp", "img", "map", "area", "ins",
        "del", "label",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The attributes. None of them names an event.</summary>
    private static readonly FrozenSet<string> Attributes = new[]
    {
        "title", "style", "class", "id", "lang", "xml:lang", "xml:space", "dir", "accesskey", "tabindex", "span", "width", "align", "valign", "char", "charoff", "abbr", "axis", "headers", "scope", "rowspan", "colspan",
        "name", "href", "src", "alt", "border", "cellpadding", "cellspacing", "frame", "rules", "summary", "height", "hspace", "vspace", "longdesc", "usemap", "ismap", "shape", "coords", "rel", "rev", "type",
        "charset", "hreflang", "cite", "datetime", "start", "value", "compact", "clear", "size", "noshade", "color", "bgcolor", "nowrap", "target", "idref",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ElementsByName = Elements.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AttributesByName = Attributes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a narrative may use an element of that name.</summary>
    public static bool IsElement(ReadOnlySpan<char> name) => ElementsByName.Contains(name);

    /// <summary>Whether a narrative may use an attribute of that name.</summary>
    public static bool IsAttribute(ReadOnlySpan<char> name) => AttributesByName.Contains(name);
}
