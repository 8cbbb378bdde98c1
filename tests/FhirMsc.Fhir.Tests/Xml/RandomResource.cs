using System.Globalization;
using System.Text.Json;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Tests.Xml;

/// <summary>Makes resources with random elements out of the definitions: right in names, nesting, lists and JSON forms; their values mean nothing.</summary>
internal sealed class RandomResource(FhirModel model, Random random)
{
    private const int Deepest = 5;

    private static readonly string[] Texts = ["a", "ä é ß", "a<b & \"c\" 'd'", "line\nline", "tab\there", "\u00a0", "𝄞", "]]>", "&#65;", "x  y"];

    /// <summary>A resource of a random type, as JSON.</summary>
    public byte[] Next()
    {
        var names = model.TypeNames(TypeKind.Resource).Where(name => model.FindType(name) is { IsAbstract: false }).Order(StringComparer.Ordinal).ToList();
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            Resource(json, names[random.Next(names.Count)], 0);
        }

        return bytes.ToArray();
    }

    private void Resource(Utf8JsonWriter json, string type, int depth)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", type);
        Elements(json, model.FindType(type)!, depth);
        json.WriteEndObject();
    }

    private void Elements(Utf8JsonWriter json, TypeDefinition type, int depth)
    {
        foreach (var element in type.Elements)
        {
            if (element.Max == 0 || random.Next(depth == 0 ? 2 : 4) != 0)
            {
                continue;
            }

            var choice = element.Types.Count == 0 ? null : element.Types[random.Next(element.Types.Count)];
            var name = element.IsChoice ? element.Name + char.ToUpperInvariant(choice!.TypeName[0]) + choice.TypeName[1..] : element.Name;
            if (type.TryFindChild(name, out _, out var childType))
            {
                var isAttribute = element.Representation.HasFlag(Representations.XmlAttribute);
                Element(json, name, isAttribute ? null : childType, element.Max > 1 ? random.Next(1, 4) : 0, depth + 1);
            }
        }
    }

    /// <param name="json">Where to.</param>
    /// <param name="name">Name as JSON has it.</param>
    /// <param name="type">Its type; null for ids and urls, which can have no extensions.</param>
    /// <param name="count">How many items; 0 for what is no list.</param>
    /// <param name="depth">How deep it is.</param>
    private void Element(Utf8JsonWriter json, string name, TypeDefinition? type, int count, int depth)
    {
        if (type is null || type.Kind == TypeKind.Primitive)
        {
            Primitive(json, name, type, count, depth);
            return;
        }

        if (depth > Deepest)
        {
            return;
        }

        json.WritePropertyName(name);
        if (count > 0)
        {
            json.WriteStartArray();
        }

        for (var i = 0; i < Math.Max(1, count); i++)
        {
            if (type.Kind == TypeKind.Resource)
            {
                Resource(json, "Basic", Deepest);
                continue;
            }

            // The id is always written, so that no object is empty; it is passed over among the elements.
            json.WriteStartObject();
            json.WriteString("id", "i" + random.Next(1000).ToString(CultureInfo.InvariantCulture));
            if (type.Name != "Element")
            {
                Elements(json, type, depth);
            }

            json.WriteEndObject();
        }

        if (count > 0)
        {
            json.WriteEndArray();
        }
    }

    private void Primitive(Utf8JsonWriter json, string name, TypeDefinition? type, int count, int depth)
    {
        if (name == "id" && depth > 1)
        {
            return;
        }

        var items = Enumerable.Range(0, Math.Max(1, count)).Select(_ => (HasValue: random.Next(5) != 0, HasExtension: type is not null && type.Name != "xhtml" && random.Next(4) == 0)).Select(item => item.HasValue || item.HasExtension ? item : (HasValue: true, item.HasExtension)).ToList();
        if (items.Any(item => item.HasValue))
        {
            json.WritePropertyName(name);
            List(json, count, items, item => { if (item.HasValue) { Value(json, type?.Name ?? "string"); } else { json.WriteNullValue(); } });
        }

        if (items.Any(item => item.HasExtension))
        {
            json.WritePropertyName("_" + name);
            List(json, count, items, item =>
            {
                if (!item.HasExtension)
                {
                    json.WriteNullValue();
                    return;
                }

                json.WriteStartObject();
                json.WriteStartArray("extension");
                json.WriteStartObject();
                json.WriteString("url", "http://x.test/e");
                json.WriteString("valueString", Texts[random.Next(Texts.Length)]);
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            });
        }
    }

    private static void List<T>(Utf8JsonWriter json, int count, List<T> items, Action<T> write)
    {
        if (count > 0)
        {
            json.WriteStartArray();
        }

        items.ForEach(write);
        if (count > 0)
        {
            json.WriteEndArray();
        }
    }

    private void Value(Utf8JsonWriter json, string type)
    {
        switch (type)
        {
            case "boolean":
                json.WriteBooleanValue(random.Next(2) == 0);
                break;
            case "integer" or "positiveInt" or "unsignedInt":
                json.WriteNumberValue(random.Next());
                break;
            case "decimal":
                // Digits that binary numbers can't keep.
                json.WriteRawValue($"{random.Next(1000)}.{random.Next(100):00}0{(random.Next(4) == 0 ? "e-3" : string.Empty)}");
                break;
            case "xhtml":
                json.WriteStringValue("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p title=\"&lt;\">a &amp; b &#160;</p> <br/></div>");
                break;
            default:
                json.WriteStringValue(Texts[random.Next(Texts.Length)]);
                break;
        }
    }
}
