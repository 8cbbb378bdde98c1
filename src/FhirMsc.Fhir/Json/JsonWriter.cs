using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FhirMsc.Fhir.Json;

/// <summary>
/// Writes a node and all below it as FHIR JSON. A tree that was read from JSON comes out as the same text but for white space: values are copied as they were
/// spelt, properties keep their order; only the two halves of a primitive are brought together.
/// </summary>
public static class JsonWriter
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Writes to a buffer.</summary>
    public static void Write(Node node, IBufferWriter<byte> output, JsonForm form = JsonForm.Compact)
    {
        var writer = new Utf8JsonWriter(output, new JsonWriterOptions
        {
            Indented = form == JsonForm.Indented,
            NewLine = "\n",
            Encoder = Encoder,
            MaxDepth = 1000,

            // The tree is well-formed by construction, and raw string values have been checked by the parser.
            SkipValidation = true,
        });
        using (writer)
        {
            WriteObject(writer, node);
        }

        if (form == JsonForm.Indented)
        {
            output.Write("\n"u8);
        }
    }

    /// <summary>Writes into a JSON text that is being written, as a value.</summary>
    public static void Write(Node node, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        WriteObject(writer, node);
    }

    /// <summary>Writes to new bytes.</summary>
    public static byte[] Write(Node node, JsonForm form = JsonForm.Compact)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        Write(node, buffer, form);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a single element, name included, as the one element of a compact object: <c>{"birthDate":"1970","_birthDate":{…}}</c>.</summary>
    public static byte[] WriteElement(Node node)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder, MaxDepth = 1000, SkipValidation = true }))
        {
            writer.WriteStartObject();
            WriteSingle(writer, node.Tree, node.Index);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, Node node)
    {
        writer.WriteStartObject();
        WriteChildren(writer, node);
        writer.WriteEndObject();
    }

    private static void WriteChildren(Utf8JsonWriter writer, Node node)
    {
        var nodes = node.Tree.Nodes;
        for (var i = node.Data.FirstChild; i != 0;)
        {
            var name = nodes[i].Name;
            var end = nodes[i].NextSibling;
            if ((nodes[i].Flags & NodeFlags.ArrayItem) == 0)
            {
                WriteSingle(writer, node.Tree, i);
                i = end;
                continue;
            }

            var shadow = IsShadowed(nodes, i);
            while (end != 0 && nodes[end].Name == name)
            {
                shadow |= IsShadowed(nodes, end);
                end = nodes[end].NextSibling;
            }

            WriteArray(writer, node.Tree, i, end, shadow);
            i = end;
        }
    }

    private static bool IsShadowed(NodeData[] nodes, int i) => (nodes[i].Flags & NodeFlags.Primitive) != 0 && nodes[i].FirstChild != 0;

    private static void WriteSingle(Utf8JsonWriter writer, NodeTree tree, int i)
    {
        ref readonly var data = ref tree.Nodes[i];
        if (data.Kind != NodeKind.None)
        {
            WriteName(writer, tree, data.Name, shadow: false);
            WriteValue(writer, tree, in data);
        }

        if (IsShadowed(tree.Nodes, i))
        {
            WriteName(writer, tree, data.Name, shadow: true);
            WriteObject(writer, new Node(tree, i));
        }
        else if (data.Kind == NodeKind.None)
        {
            WriteName(writer, tree, data.Name, shadow: false);
            WriteObject(writer, new Node(tree, i));
        }
    }

    private static void WriteArray(Utf8JsonWriter writer, NodeTree tree, int first, int end, bool shadow)
    {
        var nodes = tree.Nodes;
        var name = nodes[first].Name;
        var values = !shadow;
        for (var i = first; i != end && !values; i = nodes[i].NextSibling)
        {
            values = nodes[i].Kind != NodeKind.None;
        }

        if (values)
        {
            WriteName(writer, tree, name, shadow: false);
            writer.WriteStartArray();
            for (var i = first; i != end; i = nodes[i].NextSibling)
            {
                if (nodes[i].Kind != NodeKind.None)
                {
                    WriteValue(writer, tree, in nodes[i], isItem: true);
                }
                else if ((nodes[i].Flags & NodeFlags.NestedArray) != 0)
                {
                    WriteNested(writer, tree, i);
                }
                else if ((nodes[i].Flags & NodeFlags.Primitive) != 0)
                {
                    writer.WriteNullValue();
                }
                else
                {
                    WriteObject(writer, new Node(tree, i));
                }
            }

            writer.WriteEndArray();
        }

        if (!shadow)
        {
            return;
        }

        WriteName(writer, tree, name, shadow: true);
        writer.WriteStartArray();
        for (var i = first; i != end; i = nodes[i].NextSibling)
        {
            if (IsShadowed(nodes, i))
            {
                WriteObject(writer, new Node(tree, i));
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteNested(Utf8JsonWriter writer, NodeTree tree, int array)
    {
        writer.WriteStartArray();
        for (var i = tree.Nodes[array].FirstChild; i != 0; i = tree.Nodes[i].NextSibling)
        {
            if (tree.Nodes[i].Kind != NodeKind.None)
            {
                WriteValue(writer, tree, in tree.Nodes[i], isItem: true);
            }
            else if ((tree.Nodes[i].Flags & NodeFlags.NestedArray) != 0)
            {
                WriteNested(writer, tree, i);
            }
            else
            {
                WriteObject(writer, new Node(tree, i));
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteName(Utf8JsonWriter writer, NodeTree tree, int name, bool shadow)
    {
        if (!shadow && name < NameTable.Fhir.Count)
        {
            writer.WritePropertyName(NameTable.Fhir.Utf8(name));
        }
        else
        {
            writer.WritePropertyName(shadow ? "_" + tree.NameOf(name) : tree.NameOf(name));
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, NodeTree tree, in NodeData data, bool isItem = false)
    {
        var raw = tree.Text.Span.Slice(data.ValueStart, data.ValueLength);
        switch (data.Kind)
        {
            case NodeKind.String when tree.IsJsonText:
                // With the quotes, which stand right outside the value.
                WriteRaw(writer, tree.Text.Span.Slice(data.ValueStart - 1, data.ValueLength + 2), isItem);
                break;
            case NodeKind.String:
                writer.WriteStringValue(raw);
                break;
            case NodeKind.Number:
                WriteRaw(writer, raw, isItem);
                break;
            case NodeKind.True:
                writer.WriteBooleanValue(true);
                break;
            case NodeKind.False:
                writer.WriteBooleanValue(false);
                break;
            case NodeKind.EmptyArray:
                writer.WriteStartArray();
                writer.WriteEndArray();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    /// <summary>The platform's writer indents no raw values: after a name that does not matter, in arrays the white space goes in front of the value.</summary>
    private static void WriteRaw(Utf8JsonWriter writer, ReadOnlySpan<byte> raw, bool isItem)
    {
        if (!isItem || !writer.Options.Indented)
        {
            writer.WriteRawValue(raw, skipInputValidation: true);
            return;
        }

        var indent = writer.CurrentDepth * writer.Options.IndentSize;
        var spaced = new byte[1 + indent + raw.Length];
        spaced.AsSpan(0, 1 + indent).Fill((byte)' ');
        spaced[0] = (byte)'\n';
        raw.CopyTo(spaced.AsSpan(1 + indent));
        writer.WriteRawValue(spaced, skipInputValidation: true);
    }
}
