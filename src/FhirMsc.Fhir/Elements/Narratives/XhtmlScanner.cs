using System.Text.RegularExpressions;
using System.Xml;

namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>
/// Goes over a text that should be well-formed XML with namespaces and no document type (XML 1.0, section 2), mark by mark, without building anything.
/// Narratives are in nearly every resource, so this costs what all of validation costs.
/// </summary>
internal ref partial struct XhtmlScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private readonly XhtmlNamespaces namespaces = new();
    private readonly List<XhtmlName> open = [];
    private readonly List<XhtmlAttribute> attributes = [];
    private int at;
    private bool hasRoot;
    private bool endsEmpty;

    /// <summary>The name of a tag or processing instruction.</summary>
    public XhtmlName Name { get; private set; }

    /// <summary>The namespace of a start tag; empty where it has none.</summary>
    public string Namespace { get; private set; } = string.Empty;

    /// <summary>The content of a <see cref="XhtmlToken.Text"/> as written.</summary>
    public ReadOnlySpan<char> Content { get; private set; }

    /// <summary>Whether references in <see cref="Content"/> stand for characters: not in a CDATA section.</summary>
    public bool HasReferences { get; private set; }

    /// <summary>The attributes of a start tag, declarations of namespaces among them.</summary>
    public readonly List<XhtmlAttribute> Attributes => attributes;

    /// <summary>The elements that are open, the outermost first.</summary>
    public readonly List<XhtmlName> Open => open;

    /// <summary>The value of an attribute.</summary>
    public readonly string ValueOf(XhtmlAttribute attribute) => XhtmlCharacters.Decode(text.Slice(attribute.Start, attribute.Length), isAttribute: true);

    /// <summary>Goes on to what is next. The element of an end tag counts as open until then; an empty element has an end, too.</summary>
    public XhtmlToken Next()
    {
        if (endsEmpty)
        {
            endsEmpty = false;
            Name = open[^1];
            return XhtmlToken.End;
        }

        if (at == 0 && text.StartsWith("<?xml"))
        {
            var declaration = Declaration().EnumerateMatches(text);
            at = declaration.MoveNext() ? declaration.Current.Length : 0;
        }

        while (at < text.Length)
        {
            var rest = text[at..];
            if (rest[0] != '<')
            {
                var length = rest.IndexOf('<') is var next and >= 0 ? next : rest.Length;
                var content = rest[..length];
                at += length;
                if (open.Count > 0)
                {
                    return Characters(content);
                }

                // Section 2.1: nothing but white space, comments and processing instructions around the one root.
                if (content.IndexOfAnyExcept(" \t\r\n") >= 0)
                {
                    return XhtmlToken.Malformed;
                }
            }
            else if (rest.StartsWith("<!--"))
            {
                if (!Comment(rest))
                {
                    return XhtmlToken.Malformed;
                }
            }
            else
            {
                return rest.Length < 2 ? XhtmlToken.Malformed : rest[1] switch
                {
                    '/' => EndTag(),
                    '?' => Instruction(),
                    '!' => Section(rest),
                    _ => StartTag(),
                };
            }
        }

        return hasRoot && open.Count == 0 ? XhtmlToken.Over : XhtmlToken.Malformed;
    }

    /// <summary>Closes the innermost element, after its end was seen.</summary>
    public readonly void Leave()
    {
        namespaces.Leave(open.Count);
        open.RemoveAt(open.Count - 1);
    }

    /// <summary>Section 2.4: no <c>]]&gt;</c> in text.</summary>
    private XhtmlToken Characters(ReadOnlySpan<char> content)
    {
        Content = content;
        HasReferences = content.Contains('&');
        return XhtmlCharacters.AreValid(content) && !content.Contains("]]>", StringComparison.Ordinal) && (!HasReferences || XhtmlCharacters.HasValidReferences(content))
            ? XhtmlToken.Text
            : XhtmlToken.Malformed;
    }

    /// <summary>Section 2.5: no <c>--</c> within a comment, nor <c>-</c> at its end.</summary>
    private bool Comment(ReadOnlySpan<char> rest)
    {
        var end = rest[4..].IndexOf("--");
        if (end < 0 || end + 6 >= rest.Length || rest[end + 6] != '>')
        {
            return false;
        }

        at += end + 7;
        return XhtmlCharacters.AreValid(rest.Slice(4, end));
    }

    /// <summary>Section 2.7. Every other declaration belongs to document types, which narratives do not have.</summary>
    private XhtmlToken Section(ReadOnlySpan<char> rest)
    {
        const string Open = "<![CDATA[";
        if (open.Count == 0 || !rest.StartsWith(Open) || rest.IndexOf("]]>") is not (var end and >= 0))
        {
            return XhtmlToken.Malformed;
        }

        Content = rest[Open.Length..end];
        HasReferences = false;
        at += end + 3;
        return XhtmlCharacters.AreValid(Content) ? XhtmlToken.Text : XhtmlToken.Malformed;
    }

    /// <summary>Section 2.6: a target other than <c>xml</c>, and anything after white space.</summary>
    private XhtmlToken Instruction()
    {
        at += 2;
        if (!TryName(out var name) || name.PrefixLength > 0 || name.Of(text).Equals("xml", StringComparison.OrdinalIgnoreCase))
        {
            return XhtmlToken.Malformed;
        }

        var rest = text[at..];
        var end = rest.IndexOf("?>");
        if (end < 0 || (end > 0 && !IsBlank(rest[0])) || !XhtmlCharacters.AreValid(rest[..end]))
        {
            return XhtmlToken.Malformed;
        }

        at += end + 2;
        Name = name;
        return XhtmlToken.Instruction;
    }

    /// <summary>Section 3.1, well-formedness constraint "Element Type Match".</summary>
    private XhtmlToken EndTag()
    {
        at += 2;
        if (open.Count == 0 || !text[at..].StartsWith(open[^1].Of(text)))
        {
            return XhtmlToken.Malformed;
        }

        Name = open[^1];
        at += Name.Length;
        SkipBlanks();
        return Take('>') ? XhtmlToken.End : XhtmlToken.Malformed;
    }

    /// <summary>Section 3.1: <c>'&lt;' Name (S Attribute)* S? '/'? '>'</c>.</summary>
    private XhtmlToken StartTag()
    {
        at++;
        if ((hasRoot && open.Count == 0) || !TryName(out var name))
        {
            return XhtmlToken.Malformed;
        }

        attributes.Clear();
        while (true)
        {
            var hadBlank = SkipBlanks();
            if (Take('>'))
            {
                break;
            }

            if (Take('/'))
            {
                endsEmpty = Take('>');
                if (endsEmpty)
                {
                    break;
                }

                return XhtmlToken.Malformed;
            }

            if (!hadBlank || !TryAttribute())
            {
                return XhtmlToken.Malformed;
            }
        }

        hasRoot = true;
        open.Add(name);
        Name = name;
        return HasValidNames() ? XhtmlToken.Start : Unopen();
    }

    private XhtmlToken Unopen()
    {
        Leave();
        return XhtmlToken.Malformed;
    }

    /// <summary>Section 3.1, "No &lt; in Attribute Values", and the values that section 2.10 allows <c>xml:space</c>.</summary>
    private bool TryAttribute()
    {
        if (!TryName(out var name))
        {
            return false;
        }

        SkipBlanks();
        if (!Take('='))
        {
            return false;
        }

        SkipBlanks();
        if (at >= text.Length || text[at] is not ('"' or '\'') || text[(at + 1)..].IndexOf(text[at]) is not (var length and >= 0))
        {
            return false;
        }

        var value = text.Slice(at + 1, length);
        attributes.Add(new XhtmlAttribute(name, at + 1, length));
        at += length + 2;
        return !value.Contains('<') && XhtmlCharacters.AreValid(value) && XhtmlCharacters.HasValidReferences(value)
            && (name.Of(text) is not "xml:space" || value.Trim(" \t\r\n") is "preserve" or "default");
    }

    /// <summary>Each attribute once, by its name and by its name in its namespace, and every prefix declared (Namespaces in XML, sections 5 and 6.3).</summary>
    private bool HasValidNames()
    {
        foreach (var attribute in attributes)
        {
            var prefix = attribute.Name.PrefixOf(text);
            var local = attribute.Name.LocalOf(text);
            if ((prefix is "xmlns" || (prefix.IsEmpty && local is "xmlns")) && !namespaces.Declare(open.Count, prefix.IsEmpty ? prefix : local, ValueOf(attribute)))
            {
                return false;
            }
        }

        for (var i = 0; i < attributes.Count; i++)
        {
            var one = attributes[i].Name;
            if (one.PrefixLength > 0 && one.PrefixOf(text) is not "xmlns" && namespaces.Of(one.PrefixOf(text)) is null)
            {
                return false;
            }

            for (var j = 0; j < i; j++)
            {
                var other = attributes[j].Name;
                if (one.LocalOf(text).SequenceEqual(other.LocalOf(text)) && (one.Of(text).SequenceEqual(other.Of(text)) || IsSame(one, other)))
                {
                    return false;
                }
            }
        }

        Namespace = namespaces.Of(Name.PrefixOf(text)) ?? string.Empty;
        return Name.PrefixLength == 0 || (Name.PrefixOf(text) is not "xmlns" && Namespace.Length > 0);
    }

    private readonly bool IsSame(XhtmlName one, XhtmlName other) =>
        one.PrefixLength > 0 && other.PrefixLength > 0 && one.PrefixOf(text) is not "xmlns" && other.PrefixOf(text) is not "xmlns"
        && namespaces.Of(one.PrefixOf(text)) == namespaces.Of(other.PrefixOf(text));

    private bool TryName(out XhtmlName name)
    {
        var start = at;
        var prefix = 0;
        name = default;
        if (!SkipSimpleName())
        {
            return false;
        }

        if (at < text.Length && text[at] == ':')
        {
            prefix = at - start;
            at++;
            if (!SkipSimpleName())
            {
                return false;
            }
        }

        name = new XhtmlName(start, at - start, prefix);
        return true;
    }

    /// <summary><c>NCName</c> (Namespaces in XML, section 3).</summary>
    private bool SkipSimpleName()
    {
        if (at >= text.Length || !(char.IsAsciiLetter(text[at]) || XmlConvert.IsStartNCNameChar(text[at])))
        {
            return false;
        }

        do
        {
            at++;
        }
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || XmlConvert.IsNCNameChar(text[at])));

        return true;
    }

    private bool SkipBlanks()
    {
        var start = at;
        while (at < text.Length && IsBlank(text[at]))
        {
            at++;
        }

        return at > start;
    }

    private bool Take(char c)
    {
        var isThere = at < text.Length && text[at] == c;
        at += isThere ? 1 : 0;
        return isThere;
    }

    private static bool IsBlank(char c) => c is ' ' or '\t' or '\r' or '\n';

    /// <summary>Section 2.8: <c>XMLDecl</c>.</summary>
    [GeneratedRegex("""\A<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(['"])1\.0\1([ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(['"])[A-Za-z][A-Za-z0-9._\-]*\3)?([ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(['"])(yes|no)\5)?[ \t\r\n]*\?>""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
