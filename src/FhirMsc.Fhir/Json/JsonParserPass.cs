using System.Runtime.CompilerServices;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Json;

/// <summary>One reading of one text. Recursive over objects; the depth is bounded by the reader's own limit.</summary>
internal sealed class JsonParserPass(NodeTreeBuilder builder, JsonLimits limits) : IDisposable
{
    private readonly JsonFindings found = new(limits.MaxIssues);
    private readonly int resourceType = NameTable.Fhir.ResourceType;
    private readonly int maxNodes = limits.MaxNodes;
    private readonly int maxString = limits.MaxStringBytes;
    private JsonProperties properties = new();

    /// <inheritdoc/>
    public void Dispose() => properties.Dispose();

    /// <summary>Whether there is a root node.</summary>
    public bool Started => builder.Count > 0;

    /// <inheritdoc cref="JsonFindings.Add"/>
    public void Report(IssueKind kind, int node, int position, params object?[] arguments) => found.Add(kind, node, position, arguments);

    /// <inheritdoc cref="JsonFindings.ToIssues"/>
    public List<Issue> Issues(NodeTree? tree, LineIndex lines, string? source) => found.ToIssues(tree, lines, source);

    /// <summary>Reads the whole text.</summary>
    /// <returns>What ended the reading before its time, if anything did.</returns>
    public (IssueKind Kind, int Position, object[] Arguments)? ReadRoot(ref JsonScanner reader)
    {
        reader.NextValue();
        if (reader.Token != JsonToken.Object)
        {
            return (JsonIssues.RootNotObject, reader.Start, [reader.Token == JsonToken.Array ? "an array" : "a single value"]);
        }

        builder.Add(0, NodeTreeBuilder.NoName, reader.Start, NodeFlags.None);
        try
        {
            ReadObject(ref reader, 0);
        }
        catch (JsonLimitReached limit)
        {
            return (JsonIssues.TooLarge, reader.Start, [limit.What, limit.Limit]);
        }

        // A second value, or anything but white space, behind the object is a syntax error.
        reader.End();
        return null;
    }

    private void ReadObject(ref JsonScanner reader, int node)
    {
        var own = new JsonObjectState { First = properties.Count };
        var none = true;
        var met = 0UL;
        while (true)
        {
            var member = reader.TryMember(ref none, met);
            if (member == JsonMember.Unknown && !reader.NextName(ref none))
            {
                break;
            }

            var number = reader.NameNumber;
            var bit = 1UL << (number & 63);
            if (number < 0 || (met & bit) != 0)
            {
                // A name that has to be looked at, or one that may have been met before.
                met |= ReadNamed(ref reader, node, ref own);
                continue;
            }

            met |= bit;
            if (member != JsonMember.Text)
            {
                reader.NextValue();
            }

            if (number == resourceType)
            {
                own.TypedChild = TypeElement.OwnerIn(in reader);
            }

            var at = properties.Remember(number, own.Table);
            if (reader.Token == JsonToken.String && !reader.IsEscaped && reader.Length <= maxString)
            {
                properties[at] = new JsonProperty { Name = number, HasValue = true, First = builder.AddText(node, number, reader.Start, reader.Length) };
                CheckSize();
                continue;
            }

            var seen = new JsonProperty { Name = number };
            ReadProperty(ref reader, node, ref seen);
            own.HasHoles |= seen.HasHoles;
            properties[at] = seen;
        }

        if (own.HasHoles)
        {
            FillHoles(node);
        }

        if (own.TypedChild is not null)
        {
            TypeElement.Mark(builder, node, own.TypedChild);
        }

        if (none && !limits.KeepEmpty)
        {
            Report(JsonIssues.EmptyObject, node, builder.At(node).Position, builder.NameOf(builder.At(node).Name));
        }

        properties.ForgetFrom(own.First);
    }

    /// <summary>Reads a property of whatever name: written with escapes or an underscore, unknown to FHIR, or met before.</summary>
    /// <returns>The bit of the name among those that the object has.</returns>
    private ulong ReadNamed(ref JsonScanner reader, int node, ref JsonObjectState own)
    {
        var position = reader.Start;
        var name = reader.Text;
        if (reader.IsEscaped)
        {
            CheckSurrogates(name, node, position);
            name = System.Text.Encoding.UTF8.GetBytes(JsonText.Unescape(name));
        }

        var shadow = name.Length > 1 && name[0] == (byte)'_';
        var number = builder.NumberOf(shadow ? name[1..] : name);
        var bit = 1UL << (number & 63);
        reader.NextValue();
        var at = properties.Find(own.First, number, ref own.Table);
        if (at < 0)
        {
            at = properties.Remember(number, own.Table);
            properties[at] = new JsonProperty { Name = number };
        }

        var seen = properties[at];
        if (shadow ? seen.HasShadow : seen.HasValue)
        {
            Report(JsonIssues.DuplicateKey, node, position, (shadow ? "_" : string.Empty) + builder.NameOf(number));
            reader.Skip();
            return bit;
        }

        own.TypedChild = number == NameTable.Fhir.ResourceType ? TypeElement.OwnerIn(in reader) : own.TypedChild;

        // The reader recurses into properties, so the entry is written back afterwards instead of being held by reference.
        if (shadow)
        {
            ReadShadow(ref reader, node, ref seen);
        }
        else
        {
            ReadProperty(ref reader, node, ref seen);
        }

        own.HasHoles |= seen.HasHoles;
        properties[at] = seen;
        return bit;
    }

    private void ReadProperty(ref JsonScanner reader, int parent, ref JsonProperty property)
    {
        property.HasValue = true;
        var position = reader.Start;
        switch (reader.Token)
        {
            case JsonToken.Array:
                if (property.HasShadow && property.First != 0 && !property.IsArray)
                {
                    Report(JsonIssues.ShadowMismatch, parent, position, builder.NameOf(property.Name), "one is an array, the other is not");
                }

                property.IsArray = true;
                ReadArray(ref reader, parent, ref property, position);
                break;
            case JsonToken.Null when !limits.KeepEmpty:
                Report(JsonIssues.Null, parent, position, builder.NameOf(property.Name));
                break;
            default:
                if (property.HasShadow && property.First != 0)
                {
                    if (property.IsArray)
                    {
                        Report(JsonIssues.ShadowMismatch, parent, position, builder.NameOf(property.Name), "one is an array, the other is not");
                    }

                    ReadValue(ref reader, property.First);
                }
                else
                {
                    property.First = builder.Add(parent, property.Name, position, NodeFlags.None);
                    ReadValue(ref reader, property.First);
                }

                break;
        }
    }

    private void ReadArray(ref JsonScanner reader, int parent, ref JsonProperty property, int position)
    {
        // Nodes that the half with the underscore has already made are filled one by one; the rest is new.
        var waiting = property.HasShadow ? property.First : 0;
        var last = 0;
        var none = true;
        while (reader.NextItem(ref none))
        {
            var at = reader.Start;
            if (reader.Token == JsonToken.Array && !limits.KeepEmpty)
            {
                Report(JsonIssues.NestedArray, parent, at, builder.NameOf(property.Name));
                reader.Skip();
                continue;
            }

            var item = waiting;
            if (waiting != 0 && builder.At(waiting).Name == property.Name)
            {
                waiting = builder.At(waiting).NextSibling;
            }
            else
            {
                item = last == 0 || !property.HasShadow ? builder.Add(parent, property.Name, at, NodeFlags.ArrayItem) : builder.AddAfter(last, at, NodeFlags.ArrayItem);
            }

            last = item;
            property.First = property.First == 0 ? item : property.First;
            CheckSize();
            if (reader.Token == JsonToken.Null && !limits.KeepEmpty)
            {
                builder.At(item).Flags |= NodeFlags.Hole;
                property.HasHoles = true;
            }
            else
            {
                ReadValue(ref reader, item);
            }
        }

        if (none)
        {
            Empty(parent, ref property, position);
        }
    }

    private void Empty(int parent, ref JsonProperty property, int position)
    {
        if (!limits.KeepEmpty)
        {
            Report(JsonIssues.EmptyArray, parent, position, builder.NameOf(property.Name));
            return;
        }

        property.First = builder.Add(parent, property.Name, position, NodeFlags.None);
        builder.At(property.First).Kind = NodeKind.EmptyArray;
    }

    private void ReadValue(ref JsonScanner reader, int node)
    {
        CheckSize();
        ref var data = ref builder.At(node);
        switch (reader.Token)
        {
            case JsonToken.Object:
                if ((data.Flags & NodeFlags.Primitive) != 0)
                {
                    Report(JsonIssues.ShadowMismatch, node, reader.Start, builder.NameOf(data.Name), "the first is an object, so it is no primitive");
                }

                ReadObject(ref reader, node);
                break;
            case JsonToken.Array:
                ReadNested(ref reader, node);
                break;
            case JsonToken.String:
                ReadString(ref reader, node, ref data);
                break;
            case JsonToken.Number:
                SetValue(ref data, NodeKind.Number, reader.Start, reader.Length);
                break;
            case JsonToken.Null:
                data.Kind = NodeKind.Null;
                break;
            default:
                SetValue(ref data, reader.Token == JsonToken.True ? NodeKind.True : NodeKind.False, reader.Start, reader.Length);
                break;
        }
    }

    /// <summary>An array inside an array, in JSON that is not a resource: the items become children of the inner array's node, under the same name.</summary>
    private void ReadNested(ref JsonScanner reader, int node)
    {
        builder.At(node).Flags |= NodeFlags.NestedArray;
        var name = builder.At(node).Name;
        var none = true;
        while (reader.NextItem(ref none))
        {
            ReadValue(ref reader, builder.Add(node, name, reader.Start, NodeFlags.ArrayItem));
        }
    }

    private void ReadString(ref JsonScanner reader, int node, ref NodeData data)
    {
        var raw = reader.Text;
        if (raw.Length > limits.MaxStringBytes)
        {
            throw new JsonLimitReached($"A string of {raw.Length} bytes", $"{limits.MaxStringBytes} bytes");
        }

        SetValue(ref data, NodeKind.String, reader.Start + 1, raw.Length);
        if (reader.IsEscaped)
        {
            data.Flags |= NodeFlags.Escaped;
            CheckSurrogates(raw, node, data.Position);
        }
    }

    private void CheckSurrogates(ReadOnlySpan<byte> escaped, int node, int position)
    {
        if (JsonText.LoneSurrogate(escaped) is { } half)
        {
            Report(JsonIssues.LoneSurrogate, node, position, ((int)half).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static void SetValue(ref NodeData data, NodeKind kind, int start, int length)
    {
        data.Kind = kind;
        data.ValueStart = start;
        data.ValueLength = length;
        data.Position = kind == NodeKind.String ? start - 1 : start;
    }

    /// <summary>The half of a primitive that holds its id and extensions (JSON page, section 2.6.2).</summary>
    private void ReadShadow(ref JsonScanner reader, int parent, ref JsonProperty property)
    {
        property.HasShadow = true;
        var position = reader.Start;
        if (reader.Token == JsonToken.Array)
        {
            if (property.HasValue && property.First != 0 && !property.IsArray)
            {
                Report(JsonIssues.ShadowMismatch, parent, position, builder.NameOf(property.Name), "one is an array, the other is not");
            }

            property.IsArray = true;
            ReadShadowArray(ref reader, parent, ref property, position);
            return;
        }

        if (reader.Token != JsonToken.Object)
        {
            Report(JsonIssues.ShadowNotObject, parent, position, builder.NameOf(property.Name));
            reader.Skip();
            return;
        }

        if (property.IsArray)
        {
            Report(JsonIssues.ShadowMismatch, parent, position, builder.NameOf(property.Name), "one is an array, the other is not");
        }

        if (property.First == 0)
        {
            property.First = builder.Add(parent, property.Name, position, NodeFlags.None);
        }

        ReadShadowObject(ref reader, property.First);
    }

    private void ReadShadowArray(ref JsonScanner reader, int parent, ref JsonProperty property, int position)
    {
        var waiting = property.First;
        var last = 0;
        var none = true;
        while (reader.NextItem(ref none))
        {
            var at = reader.Start;
            var item = waiting;
            if (waiting != 0 && builder.At(waiting).Name == property.Name)
            {
                waiting = builder.At(waiting).NextSibling;
            }
            else
            {
                item = last == 0 ? builder.Add(parent, property.Name, at, NodeFlags.ArrayItem) : builder.AddAfter(last, at, NodeFlags.ArrayItem);
            }

            last = item;
            property.First = property.First == 0 ? item : property.First;
            CheckSize();
            builder.At(item).Flags |= NodeFlags.Primitive;
            if (reader.Token == JsonToken.Object)
            {
                ReadShadowObject(ref reader, item);
            }
            else if (reader.Token != JsonToken.Null)
            {
                Report(JsonIssues.ShadowNotObject, parent, at, builder.NameOf(property.Name));
                reader.Skip();
            }
            else if (builder.At(item).Kind == NodeKind.None)
            {
                builder.At(item).Flags |= NodeFlags.Hole;
                property.HasHoles = true;
            }
        }

        if (none)
        {
            Report(JsonIssues.EmptyArray, parent, position, "_" + builder.NameOf(property.Name));
        }
    }

    private void ReadShadowObject(ref JsonScanner reader, int node)
    {
        ref var data = ref builder.At(node);
        if (data.Kind == NodeKind.None && data.FirstChild != 0)
        {
            Report(JsonIssues.ShadowMismatch, node, reader.Start, builder.NameOf(data.Name), "the first is an object, so it is no primitive");
        }

        data.Flags |= NodeFlags.Primitive;
        ReadObject(ref reader, node);
    }

    /// <summary>A null in one array is right if the other array has something at that place; otherwise it is reported and dropped.</summary>
    private void FillHoles(int node)
    {
        var previous = 0;
        for (var i = builder.At(node).FirstChild; i != 0; i = builder.At(i).NextSibling)
        {
            ref var data = ref builder.At(i);
            if ((data.Flags & NodeFlags.Hole) != 0 && data.Kind == NodeKind.None && data.FirstChild == 0)
            {
                Report(JsonIssues.Null, node, data.Position, builder.NameOf(data.Name));
                builder.Unlink(node, previous, i);
            }
            else
            {
                previous = i;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CheckSize()
    {
        if (builder.Count > maxNodes)
        {
            TooLarge();
        }
    }

    private void TooLarge() => throw new JsonLimitReached("The number of elements", $"{maxNodes}");
}
