using System.Text;
using System.Xml;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Xml;

/// <summary>Writes a tree as FHIR XML: elements in the order of the definitions, whatever order the source had; narratives as they are spelt.</summary>
public sealed class FhirXmlWriter
{
    private readonly FhirModel model;
    private readonly List<Issue> issues = [];
    private readonly XmlWriter writer;

    private FhirXmlWriter(FhirModel model, XmlWriter writer)
    {
        this.model = model;
        this.writer = writer;
    }

    /// <summary>Writes a resource.</summary>
    /// <param name="resource">Node of the resource.</param>
    /// <param name="model">Definitions of the release it is written in.</param>
    /// <param name="form">Whether to break and indent lines.</param>
    /// <exception cref="ArgumentException">The node has no <c>resourceType</c>, which becomes the name of the outermost element.</exception>
    public static XmlWriteResult Write(Node resource, FhirModel model, JsonForm form = JsonForm.Compact)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var bytes = new MemoryStream();
        using var xml = XmlWriter.Create(bytes, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = form == JsonForm.Indented,
            IndentChars = "  ",
            NewLineChars = "\n",
        });
        var writing = new FhirXmlWriter(model, xml);
        writing.WriteResource(resource);
        xml.Flush();
        if (form == JsonForm.Indented)
        {
            bytes.WriteByte((byte)'\n');
        }

        return new XmlWriteResult(bytes.ToArray(), writing.issues);
    }

    private void WriteResource(Node resource)
    {
        var name = resource.ResourceType is { Length: > 0 } type ? type : throw new ArgumentException("Only a resource can be written as XML: the node has no resourceType.", nameof(resource));
        writer.WriteStartElement(XmlConvert.EncodeLocalName(name), XmlParserPass.FhirNamespace);
        WriteContent(resource, model.FindType(name));
        writer.WriteEndElement();
    }

    private void WriteContent(Node node, TypeDefinition? type)
    {
        var children = node.Children.Select((child, at) => Place(child, at, type)).ToList();
        foreach (var child in children.Where(child => child.Element is { Representation: Representations.XmlAttribute }))
        {
            if (child.Node.HasChildren)
            {
                issues.Add(XmlIssues.AttributeChildren.At(NodePath.Of(child.Node), child.Node.Position, child.Node.Name));
            }

            if (child.Node.HasValue)
            {
                writer.WriteAttributeString(child.Node.Name, Clean(child.Node));
            }
        }

        if (node.HasValue)
        {
            writer.WriteAttributeString("value", Clean(node));
        }

        foreach (var child in children.Where(child => child.Element is not { Representation: Representations.XmlAttribute }).OrderBy(child => child.Order).ThenBy(child => child.At))
        {
            WriteElement(child.Node, child.Type);
        }
    }

    private static (Node Node, ElementDefinition? Element, TypeDefinition? Type, int Order, int At) Place(Node child, int at, TypeDefinition? parent) =>
        parent is not null && parent.TryFindChild(child.NameNumber, out var element, out var type)
            ? (child, element, type, parent.OrderOf(element), at)
            : (child, null, null, int.MaxValue, at);

    private void WriteElement(Node node, TypeDefinition? type)
    {
        if (type?.Name == "xhtml")
        {
            WriteNarrative(node);
            return;
        }

        if (node.Name.Length == 0)
        {
            issues.Add(XmlIssues.Name.At(NodePath.Of(node.Parent), node.Position));
            return;
        }

        writer.WriteStartElement(XmlConvert.EncodeLocalName(node.Name), XmlParserPass.FhirNamespace);
        if (node.ResourceType is { Length: > 0 })
        {
            WriteResource(node);
        }
        else
        {
            WriteContent(node, type);
        }

        writer.WriteEndElement();
    }

    /// <summary>Written as it is spelt, after making sure that it is one well-formed element and no more.</summary>
    private void WriteNarrative(Node node)
    {
        var text = node.Text ?? string.Empty;
        try
        {
            using var characters = new StringReader(text);
            using var reader = XmlReader.Create(characters, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
            }
        }
        catch (XmlException)
        {
            issues.Add(XmlIssues.Narrative.At(NodePath.Of(node), node.Position));
            return;
        }

        writer.WriteRaw(text.Trim());
    }

    private string Clean(Node node)
    {
        var text = node.Text!;
        var bad = -1;
        for (var i = 0; i < text.Length && bad < 0; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                bad = i;
            }
        }

        if (bad < 0)
        {
            return text;
        }

        issues.Add(XmlIssues.Character.At(NodePath.Of(node), node.Position, (int)text[bad]));
        return string.Create(text.Length, text, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var pair = char.IsHighSurrogate(from[i]) && i + 1 < from.Length && char.IsLowSurrogate(from[i + 1]);
                span[i] = pair || XmlConvert.IsXmlChar(from[i]) || (char.IsLowSurrogate(from[i]) && i > 0 && char.IsHighSurrogate(from[i - 1])) ? from[i] : '\uFFFD';
            }
        });
    }
}
