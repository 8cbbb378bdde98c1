namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>The XHTML of a narrative, read: what is wrong with it, where its links lead, and which places in it can be linked to.</summary>
internal sealed class NarrativeContent
{
    private static readonly string[] Sources = ["boilerplate", "generated", "original"];

    private readonly List<NarrativeFault> faults = [];
    private readonly List<NarrativeLink> links = [];
    private readonly List<string> anchors = [];
    private readonly List<bool> sources = [];
    private readonly List<string> languages = [];
    private readonly List<string> unattributed = [];
    private readonly bool isAttributed;
    private bool hasContent;

    private NarrativeContent(bool isAttributed) => this.isAttributed = isAttributed;

    /// <summary>What is wrong, in the order of the text.</summary>
    public IReadOnlyList<NarrativeFault> Faults => faults;

    /// <summary>Where links lead.</summary>
    public IReadOnlyList<NarrativeLink> Links => links;

    /// <summary>The values of <c>id</c> and of an anchor's <c>name</c>, in order, with repetitions of <c>id</c>.</summary>
    public IReadOnlyList<string> Anchors => anchors;

    /// <summary>The languages of the sections: elements right in the narrative that state one.</summary>
    public IReadOnlyList<string> SectionLanguages => languages;

    /// <summary>Paths of the texts that no class around them says the source of: <c>boilerplate</c>, <c>generated</c> or <c>original</c>.</summary>
    public IReadOnlyList<string> Unattributed => unattributed;

    /// <summary>Reads the value of an <c>xhtml</c>. Never throws on a bad one.</summary>
    /// <param name="xhtml">The value.</param>
    /// <param name="withSources">Whether <see cref="SectionLanguages"/> and <see cref="Unattributed"/> are wanted.</param>
    public static NarrativeContent Read(string xhtml, bool withSources = false)
    {
        var content = new NarrativeContent(withSources);
        ReadOnlySpan<char> text = HtmlEntities.Resolve(xhtml);
        var scanner = new XhtmlScanner(text);
        content.Read(ref scanner, text);
        return content;
    }

    private void Read(ref XhtmlScanner scanner, ReadOnlySpan<char> text)
    {
        XhtmlToken token;
        while ((token = scanner.Next()) == XhtmlToken.Instruction)
        {
            // What stands in front of the root is no part of the narrative.
        }

        if (token == XhtmlToken.Start && !(scanner.Name.LocalOf(text) is "div" && scanner.Namespace == NarrativeVocabulary.Namespace))
        {
            faults.Add(new NarrativeFault(NarrativeFaultKind.Root, scanner.Name.Of(text).ToString(), string.Empty));
            return;
        }

        for (; token is not (XhtmlToken.Over or XhtmlToken.Malformed); token = scanner.Next())
        {
            switch (token)
            {
                case XhtmlToken.Start:
                    Element(ref scanner, text);
                    break;
                case XhtmlToken.End:
                    scanner.Leave();
                    if (isAttributed)
                    {
                        sources.RemoveAt(sources.Count - 1);
                    }

                    break;
                case XhtmlToken.Text:
                    Text(ref scanner, text);
                    break;
                default:
                    Report(NarrativeFaultKind.Markup, scanner.Name, scanner.Open, text);
                    break;
            }
        }

        if (token == XhtmlToken.Malformed)
        {
            Report(NarrativeFaultKind.Malformed, default, scanner.Open, text);
        }
        else if (!hasContent)
        {
            // txt-2: a narrative has some content that is not white space; an image counts.
            Report(NarrativeFaultKind.Empty, default, scanner.Open, text);
        }
    }

    private void Text(ref XhtmlScanner scanner, ReadOnlySpan<char> text)
    {
        if ((!isAttributed && hasContent) || (scanner.HasReferences ? XhtmlCharacters.Decode(scanner.Content, isAttribute: false) : scanner.Content).IsWhiteSpace())
        {
            return;
        }

        hasContent = true;
        if (isAttributed && !sources[^1])
        {
            unattributed.Add(PathOf(scanner.Open, text));
        }
    }

    private void Element(ref XhtmlScanner scanner, ReadOnlySpan<char> text)
    {
        if (isAttributed)
        {
            Attribution(ref scanner, text);
        }

        var local = scanner.Name.LocalOf(text);
        hasContent |= local is "img";
        if (!NarrativeVocabulary.IsElement(local) || scanner.Namespace != NarrativeVocabulary.Namespace)
        {
            Report(NarrativeFaultKind.Element, scanner.Name, scanner.Open, text);
        }

        foreach (var attribute in scanner.Attributes)
        {
            Attribute(attribute, ref scanner, text);
        }
    }

    private void Attribution(ref XhtmlScanner scanner, ReadOnlySpan<char> text)
    {
        var classes = ValueOf("class", ref scanner, text)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        sources.Add((sources.Count > 0 && sources[^1]) || Array.Exists(classes, Sources.Contains));
        if (scanner.Open.Count == 2 && (ValueOf("lang", ref scanner, text) ?? ValueOf("xml:lang", ref scanner, text)) is { } language)
        {
            languages.Add(language);
        }
    }

    private static string? ValueOf(string name, ref XhtmlScanner scanner, ReadOnlySpan<char> text)
    {
        foreach (var attribute in scanner.Attributes)
        {
            if (attribute.Name.Of(text).SequenceEqual(name))
            {
                return scanner.ValueOf(attribute);
            }
        }

        return null;
    }

    private void Attribute(XhtmlAttribute attribute, ref XhtmlScanner scanner, ReadOnlySpan<char> text)
    {
        var name = attribute.Name.Of(text);
        if (name is "xmlns" || attribute.Name.PrefixOf(text) is "xmlns")
        {
            return;
        }

        if (!NarrativeVocabulary.IsAttribute(name))
        {
            Report(NarrativeFaultKind.Attribute, attribute.Name, scanner.Open, text);
        }

        switch (name)
        {
            case "href" or "src" or "longdesc" or "cite" or "usemap":
                links.Add(new NarrativeLink(scanner.ValueOf(attribute).Trim(), name is "src"));
                break;
            case "id":
                anchors.Add(scanner.ValueOf(attribute));
                break;
            case "name" when scanner.Name.LocalOf(text) is "a" or "map" && scanner.ValueOf(attribute) is var value && !anchors.Contains(value):
                anchors.Add(value);
                break;
            default:
                break;
        }
    }

    private static string PathOf(List<XhtmlName> open, ReadOnlySpan<char> text)
    {
        var names = new string[open.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = open[i].LocalOf(text).ToString();
        }

        return string.Join('/', names);
    }

    private void Report(NarrativeFaultKind kind, XhtmlName name, List<XhtmlName> open, ReadOnlySpan<char> text) =>
        faults.Add(new NarrativeFault(kind, name.Of(text).ToString(), PathOf(open, text)));
}
