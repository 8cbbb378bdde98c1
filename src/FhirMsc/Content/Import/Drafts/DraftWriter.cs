using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>Writes drafts as YAML or JSON; the same draft gives the same bytes.</summary>
internal static partial class DraftWriter
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As JSON.</summary>
    public static string Json(DraftNode node)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
            Write(json, node);
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>As YAML in block style, as a person would write it.</summary>
    public static string Yaml(DraftNode node)
    {
        var text = new StringBuilder();
        Write(text, node, 0, afterDash: false);
        return text.ToString();
    }

    private static void Write(Utf8JsonWriter json, DraftNode node)
    {
        switch (node)
        {
            case DraftText { IsBare: true } bare:
                json.WriteRawValue(bare.Value);
                break;
            case DraftText text:
                json.WriteStringValue(text.Value);
                break;
            case DraftList list:
                json.WriteStartArray();
                list.Items.ForEach(item => Write(json, item));
                json.WriteEndArray();
                break;
            case DraftMap map:
                json.WriteStartObject();
                foreach (var (key, value) in map.Entries)
                {
                    json.WritePropertyName(key);
                    Write(json, value);
                }

                json.WriteEndObject();
                break;
        }
    }

    private static void Write(StringBuilder text, DraftNode node, int indent, bool afterDash)
    {
        if (node is DraftMap map)
        {
            var first = afterDash;
            foreach (var (key, value) in map.Entries)
            {
                text.Append(' ', first ? 0 : indent).Append(Scalar(key)).Append(':');
                first = false;
                Value(text, value, indent);
            }
        }
        else if (node is DraftList list)
        {
            foreach (var item in list.Items)
            {
                text.Append(' ', indent).Append("- ");
                if (item is DraftText or DraftList { Items.Count: > 0 } && IsFlat(item))
                    text.Append(Flow(item)).Append('\n');
                else if (item is DraftMap { Entries.Count: 0 })
                    text.Append("{}\n");
                else
                    Write(text, item, indent + 2, afterDash: true);
            }
        }
    }

    private static void Value(StringBuilder text, DraftNode value, int indent)
    {
        switch (value)
        {
            case DraftMap { Entries.Count: > 0 }:
                text.Append('\n');
                Write(text, value, indent + 2, afterDash: false);
                break;
            case DraftList { Items.Count: > 0 } list when !IsFlat(list):
                text.Append('\n');
                Write(text, list, indent + 2, afterDash: false);
                break;
            default:
                text.Append(' ').Append(Flow(value)).Append('\n');
                break;
        }
    }

    private static bool IsFlat(DraftNode node) => node is DraftText || (node is DraftList list && list.Items.All(item => item is DraftText { Value.Length: < 40 }) && list.Items.Sum(item => ((DraftText)item).Value.Length) < 110);

    private static string Flow(DraftNode node) => node switch
    {
        DraftText text => text.IsBare ? text.Value : Scalar(text.Value),
        DraftList list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        _ => "{}",
    };

    /// <summary>Text that YAML could take for anything else is put in quotation marks; inside them JSON's escapes hold.</summary>
    private static string Scalar(string text) => Plain().IsMatch(text) && !Reserved().IsMatch(text) ? text : JsonSerializer.Serialize(text, Quoting);

    [GeneratedRegex(@"^[A-Za-z0-9](?:[A-Za-z0-9 ._/()%+–’'-]*[A-Za-z0-9.)%_/])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(?:true|false|null|yes|no|on|off|~|\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?|0[xo][0-9a-fA-F]+|\d{4}-\d\d-\d\d.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Reserved();
}
