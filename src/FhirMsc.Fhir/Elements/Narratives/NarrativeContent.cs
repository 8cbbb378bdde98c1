using System.Xml;

namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>The XHTML of a narrative, read: what is wrong with it, where its links lead, and which places in it can be linked to.</summary>
internal sealed class NarrativeContent
{
    private static readonly string[] Sources = ["boilerplate", "generated", "original"];

    private readonly List<NarrativeFault> faults = [];
    private readonly List<NarrativeLink> links = [];
    private readonly List<string> anchors = [];
    private readonly List<string> trail = [];
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
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, MaxCharactersFromEntities = 0 };
        try
        {
            using var text = new StringReader(HtmlEntities.Resolve(xhtml));
            using var reader = XmlReader.Create(text, settings);
            content.Read(reader);
        }
        catch (XmlException)
        {
            content.Report(NarrativeFaultKind.Malformed, string.Empty);
        }

        return content;
    }

    private void Read(XmlReader reader)
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader is not { LocalName: "div", NamespaceURI: NarrativeVocabulary.Namespace })
        {
            Report(NarrativeFaultKind.Root, reader.Name);
            return;
        }

        do
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Element(reader);
                    break;
                case XmlNodeType.EndElement:
                    Leave();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when (isAttributed || !hasContent) && !string.IsNullOrWhiteSpace(reader.Value):
                    hasContent = true;
                    if (isAttributed && !sources[^1])
                    {
                        unattributed.Add(Path);
                    }

                    break;
                case XmlNodeType.ProcessingInstruction or XmlNodeType.EntityReference:
                    Report(NarrativeFaultKind.Markup, reader.Name);
                    break;
                default:
                    break;
            }
        }
        while (reader.Read());

        // txt-2: a narrative has some content that is not white space; an image counts.
        if (!hasContent)
        {
            Report(NarrativeFaultKind.Empty, string.Empty);
        }
    }

    private void Element(XmlReader reader)
    {
        trail.Add(reader.LocalName);
        if (isAttributed)
        {
            Attribution(reader);
        }

        hasContent |= reader.LocalName == "img";
        if (!NarrativeVocabulary.Elements.Contains(reader.LocalName) || reader.NamespaceURI != NarrativeVocabulary.Namespace)
        {
            Report(NarrativeFaultKind.Element, reader.Name);
        }

        var isEmpty = reader.IsEmptyElement;
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            Attribute(reader);
        }

        reader.MoveToElement();
        if (isEmpty)
        {
            Leave();
        }
    }

    private void Leave()
    {
        trail.RemoveAt(trail.Count - 1);
        if (isAttributed)
        {
            sources.RemoveAt(sources.Count - 1);
        }
    }

    private void Attribution(XmlReader reader)
    {
        var classes = reader.GetAttribute("class")?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        sources.Add((sources.Count > 0 && sources[^1]) || Array.Exists(classes, Sources.Contains));
        if (trail.Count == 2 && (reader.GetAttribute("lang") ?? reader.GetAttribute("xml:lang")) is { } language)
        {
            languages.Add(language);
        }
    }

    private void Attribute(XmlReader reader)
    {
        if (reader.Prefix == "xmlns" || reader.Name == "xmlns")
        {
            return;
        }

        if (!NarrativeVocabulary.Attributes.Contains(reader.Name))
        {
            Report(NarrativeFaultKind.Attribute, reader.Name);
        }

        switch (reader.Name)
        {
            case "href" or "src" or "longdesc" or "cite" or "usemap":
                links.Add(new NarrativeLink(reader.Value.Trim(), reader.Name == "src"));
                break;
            case "id":
                anchors.Add(reader.Value);
                break;
            case "name" when trail[^1] is "a" or "map" && !anchors.Contains(reader.Value):
                anchors.Add(reader.Value);
                break;
            default:
                break;
        }
    }

    private string Path => string.Join('/', trail);

    private void Report(NarrativeFaultKind kind, string name) => faults.Add(new NarrativeFault(kind, name, Path));
}
