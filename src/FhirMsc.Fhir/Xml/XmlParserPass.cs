using System.Buffers;
using System.Text;
using System.Xml;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Xml;

/// <summary>One reading of one XML text.</summary>
internal sealed class XmlParserPass(NodeTreeBuilder builder, XmlReader reader, string characters, FhirModel model, JsonLimits limits)
{
    public const string FhirNamespace = "http://hl7.org/fhir";
    public const string XhtmlNamespace = "http://www.w3.org/1999/xhtml";

    private readonly ArrayBufferWriter<byte> text = new(Math.Max(256, characters.Length / 4));
    private readonly List<(int Line, int Column)> positions = [];
    private readonly List<(IssueKind Kind, int Node, int Position, object?[] Arguments)> found = [];
    private readonly IXmlLineInfo place = (IXmlLineInfo)reader;
    private int[]? lineStarts;

    public NodeTree Finish(string? source) => builder.Finish(text.WrittenMemory, isJsonText: false, new LineIndex([.. positions]), source);

    public List<Issue> Issues(NodeTree? tree, string? source) =>
        [.. found.Select(f => f.Kind.At(tree is null ? string.Empty : NodePath.Of(tree[f.Node]), new SourcePosition(source, positions[f.Position].Line, positions[f.Position].Column), f.Arguments))];

    /// <summary>Reads the whole text; returns what ended it early, if anything.</summary>
    public Issue? ReadRoot(string? source)
    {
        reader.MoveToContent();
        var at = Position();
        if (reader.NamespaceURI != FhirNamespace || model.FindType(reader.LocalName) is not { Kind: TypeKind.Resource } type)
        {
            return XmlIssues.UnknownResource.At(string.Empty, new SourcePosition(source, positions[at].Line, positions[at].Column), reader.LocalName, model.Release.Name);
        }

        try
        {
            var root = builder.Add(0, Json.NodeTreeBuilder.NoName, at, NodeFlags.None);
            ReadResource(root, type, depth: 1);

            // Anything but white space behind the root is an error that the reader throws.
            while (reader.Read())
            {
            }
        }
        catch (LimitReached limit)
        {
            return XmlIssues.TooLarge.At(string.Empty, new SourcePosition(source, place.LineNumber, place.LinePosition), limit.What, limit.Limit);
        }

        return null;
    }

    private void ReadResource(int node, TypeDefinition type, int depth)
    {
        var typeNode = builder.Add(node, Json.NameTable.Fhir.ResourceType, builder.At(node).Position, NodeFlags.None);
        SetText(typeNode, NodeKind.String, type.Name);
        ReadAttributes(node, type, isPrimitive: false);
        ReadChildren(node, type, depth);
    }

    /// <summary>Reads the children of the element that the reader stands on, up to and over its end.</summary>
    private void ReadChildren(int node, TypeDefinition? type, int depth)
    {
        var name = reader.LocalName;
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }

        Guard(depth);
        reader.Read();
        var latest = -1;
        var latestName = string.Empty;
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var child = reader.LocalName;
                var order = ReadElement(node, type, name, depth);
                if (order >= 0 && order < latest)
                {
                    Report(XmlIssues.Order, node, Position(), child, type!.Name, latestName);
                }
                else if (order >= 0)
                {
                    (latest, latestName) = (order, child);
                }

                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                Report(XmlIssues.Text, node, Position(), name);
            }

            reader.Read();
        }

        reader.Read();
    }

    /// <summary>Reads one child element.</summary>
    /// <returns>Its place in the order of its parent's elements; -1 if the parent has no such element.</returns>
    private int ReadElement(int parent, TypeDefinition? parentType, string parentName, int depth)
    {
        var at = Position();
        var name = reader.LocalName;
        var number = builder.NumberOf(name);
        ElementDefinition? element = null;
        TypeDefinition? type = null;
        var known = parentType is not null && parentType.TryFindChild(number, out element, out type);
        var isNarrative = known && type?.Name == "xhtml";
        if (reader.NamespaceURI != (isNarrative ? XhtmlNamespace : FhirNamespace))
        {
            Report(XmlIssues.Namespace, parent, at, name, reader.NamespaceURI);
        }

        if (!known && parentType is not null)
        {
            Report(XmlIssues.UnknownElement, parent, at, name, parentType.Name);
        }

        var flags = number == Json.NameTable.Fhir.ResourceType ? NodeFlags.Element : NodeFlags.None;
        var node = builder.Add(parent, number, at, flags | (element is { Max: > 1 } ? NodeFlags.ArrayItem : NodeFlags.None));
        if (builder.Count > limits.MaxNodes)
        {
            throw new LimitReached("The number of elements", $"{limits.MaxNodes}");
        }

        if (isNarrative)
        {
            SetText(node, NodeKind.String, ReadNarrative());
        }
        else if (type is { Kind: TypeKind.Resource })
        {
            ReadContained(node, depth);
        }
        else
        {
            var primitive = type is { Kind: TypeKind.Primitive };
            ReadAttributes(node, type, primitive);
            ReadChildren(node, type, depth + 1);
            ref var data = ref builder.At(node);
            if (data.Kind == NodeKind.None && data.FirstChild == 0)
            {
                Report(XmlIssues.EmptyElement, parent, at, name);
            }

            if (primitive && data.FirstChild != 0)
            {
                data.Flags |= NodeFlags.Primitive;
            }
        }

        return element is null ? -1 : parentType!.OrderOf(element);
    }

    /// <summary>An element that holds a resource (contained, Bundle.entry.resource, Parameters.parameter.resource): the node is the resource itself.</summary>
    private void ReadContained(int node, int depth)
    {
        var name = reader.LocalName;
        var at = Position();
        if (reader.IsEmptyElement)
        {
            Report(XmlIssues.OneResource, node, at, name);
            reader.Read();
            return;
        }

        Guard(depth);
        reader.Read();
        var count = 0;
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            count++;
            var type = model.FindType(reader.LocalName);
            if (count > 1 || type is not { Kind: TypeKind.Resource })
            {
                Report(count > 1 ? XmlIssues.OneResource : XmlIssues.UnknownResource, node, Position(), count > 1 ? name : reader.LocalName, model.Release.Name);
                reader.Skip();
                continue;
            }

            ReadResource(node, type, depth + 1);
        }

        if (count == 0)
        {
            Report(XmlIssues.OneResource, node, at, name);
        }

        reader.Read();
    }

    private void ReadAttributes(int node, TypeDefinition? type, bool isPrimitive)
    {
        if (!reader.MoveToFirstAttribute())
        {
            return;
        }

        do
        {
            if (reader.NamespaceURI.Length > 0)
            {
                // Namespace declarations, and xsi:schemaLocation, which the specification tolerates.
                continue;
            }

            var name = reader.LocalName;
            if (name == "value" && (isPrimitive || type is null))
            {
                ReadValue(node, type);
            }
            else if (type is not null && type.FindElement(name) is { Representation: Representations.XmlAttribute })
            {
                var child = builder.Add(node, builder.NumberOf(name), Position(), NodeFlags.None);
                SetText(child, NodeKind.String, reader.Value);
            }
            else
            {
                reader.MoveToElement();
                var element = reader.LocalName;
                reader.MoveToAttribute(name);
                Report(XmlIssues.UnknownAttribute, node, Position(), name, element);
            }
        }
        while (reader.MoveToNextAttribute());
        reader.MoveToElement();
    }

    private void ReadValue(int node, TypeDefinition? type)
    {
        var value = reader.Value;
        if (value.Length == 0)
        {
            Report(XmlIssues.EmptyValue, node, Position(), builder.NameOf(builder.At(node).Name));
        }

        SetText(node, KindOf(value, type?.Name), value);
    }

    /// <summary>How JSON writes a value of a type; a value that is no number of the right form stays a string, for the validator to report.</summary>
    private static NodeKind KindOf(string value, string? type) => type switch
    {
        "boolean" when value is "true" => NodeKind.True,
        "boolean" when value is "false" => NodeKind.False,
        "integer" or "positiveInt" or "unsignedInt" or "decimal" when JsonNumber.IsNumber(value) => NodeKind.Number,
        _ => NodeKind.String,
    };

    /// <summary>
    /// The narrative as it is spelt in the source, so that nothing of it changes. Where its namespace is declared further out or has a prefix, it would
    /// not be complete by itself, and the XML reader's own spelling is taken instead.
    /// </summary>
    private string ReadNarrative()
    {
        var complete = reader.Prefix.Length == 0 && reader.GetAttribute("xmlns") is not null && !reader.IsEmptyElement;
        if (!complete)
        {
            return reader.ReadOuterXml();
        }

        // The reader's position is behind the '<' of a start tag and behind the '</' of an end tag.
        var start = Offset(place.LineNumber, place.LinePosition) - 1;
        var depth = reader.Depth;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
        }

        var stop = characters.IndexOf('>', Offset(place.LineNumber, place.LinePosition)) + 1;
        reader.Read();
        return characters[start..stop];
    }

    private int Offset(int line, int column)
    {
        lineStarts ??= FindLineStarts();
        return lineStarts[line - 1] + column - 1;
    }

    /// <summary>Line ends as the XML reader counts them: CR LF, LF or CR alone.</summary>
    private int[] FindLineStarts()
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < characters.Length; i++)
        {
            if (characters[i] == '\n' || (characters[i] == '\r' && (i + 1 == characters.Length || characters[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }

    private int Position()
    {
        positions.Add((place.LineNumber, place.LinePosition));
        return positions.Count - 1;
    }

    private void SetText(int node, NodeKind kind, string value)
    {
        var start = text.WrittenCount;
        var length = Encoding.UTF8.GetBytes(value, text);
        if (length > limits.MaxStringBytes)
        {
            throw new LimitReached("A value", $"{limits.MaxStringBytes} bytes");
        }

        ref var data = ref builder.At(node);
        data.Kind = kind;
        data.ValueStart = start;
        data.ValueLength = (int)length;
    }

    private void Guard(int depth)
    {
        if (depth > limits.MaxDepth)
        {
            throw new LimitReached("The nesting of elements", $"{limits.MaxDepth} levels");
        }
    }

    private void Report(IssueKind kind, int node, int position, params object?[] arguments)
    {
        if (found.Count < limits.MaxIssues)
        {
            found.Add((kind, node, position, arguments));
        }
        else if (found.Count == limits.MaxIssues)
        {
            found.Add((XmlIssues.TooManyIssues, 0, position, [limits.MaxIssues]));
        }
    }

    private sealed class LimitReached(string what, string limit) : Exception
    {
        public string What { get; } = what;

        public string Limit { get; } = limit;
    }
}
