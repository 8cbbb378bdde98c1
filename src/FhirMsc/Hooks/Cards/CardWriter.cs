using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FhirMsc.Hooks.Cards;

/// <summary>Writes the answer to a hook call (https://cds-hooks.hl7.org/2.0/#http-response): no null, and nothing empty but <c>cards</c> itself.</summary>
public static class CardWriter
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes an object with <c>cards</c> as compact JSON.</summary>
    /// <param name="cards">The cards.</param>
    /// <param name="output">Where to.</param>
    /// <param name="more">Writes further members of the object; <see langword="null"/> for none.</param>
    public static void Write(IReadOnlyList<Card> cards, IBufferWriter<byte> output, Action<Utf8JsonWriter>? more = null)
    {
        ArgumentNullException.ThrowIfNull(cards);
        using var json = new Utf8JsonWriter(output, Form);
        json.WriteStartObject();
        json.WriteStartArray("cards");
        foreach (var card in cards)
        {
            WriteCard(json, card);
        }

        json.WriteEndArray();
        more?.Invoke(json);
        json.WriteEndObject();
    }

    private static void WriteCard(Utf8JsonWriter json, Card card)
    {
        json.WriteStartObject();
        json.WriteString("uuid", card.Uuid);
        json.WriteString("summary", card.Summary);
        WriteDetail(json, card);
        json.WriteString("indicator", card.Indicator);
        var frame = card.Frame is { } own && own.Source == card.Source && own.OverrideReasons == card.OverrideReasons && own.Links == card.Links ? own : null;
        json.WritePropertyName("source");
        if (frame is not null)
        {
            json.WriteRawValue(frame.SourceJson, skipInputValidation: true);
        }
        else
        {
            WriteSource(json, card.Source);
        }

        WriteArray(json, "suggestions", card.Suggestions, WriteSuggestion);
        if (card.Suggestions.Count > 0)
        {
            json.WriteString("selectionBehavior", card.SelectionBehavior);
        }

        if (frame is not null)
        {
            WriteRendered(json, "overrideReasons", frame.ReasonsJson);
            WriteRendered(json, "links", frame.LinksJson);
        }
        else
        {
            WriteArray(json, "overrideReasons", card.OverrideReasons, WriteCoding);
            WriteArray(json, "links", card.Links, WriteLink);
        }

        json.WriteEndObject();
    }

    /// <summary>A value in the form that <see cref="Write"/> gives it.</summary>
    internal static byte[] Render(Action<Utf8JsonWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, Form))
        {
            write(json);
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>The same of an array; empty where there are no items.</summary>
    internal static byte[] RenderArray<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write) => items.Count == 0 ? [] : Render(json =>
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    });

    internal static void WriteSource(Utf8JsonWriter json, CardSource source)
    {
        json.WriteStartObject();
        json.WriteString("label", source.Label);
        WriteOptional(json, "url", source.Url);
        if (source.Topic is { } topic)
        {
            json.WritePropertyName("topic");
            WriteCoding(json, topic);
        }

        json.WriteEndObject();
    }

    private static void WriteRendered(Utf8JsonWriter json, string name, byte[] value)
    {
        if (value.Length > 0)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value, skipInputValidation: true);
        }
    }

    /// <summary>The plan's own text is copied as it was escaped before; only what this patient adds is escaped now.</summary>
    private static void WriteDetail(Utf8JsonWriter json, Card card)
    {
        if (card.DetailStart is not { } start)
        {
            WriteOptional(json, "detail", card.Detail);
            return;
        }

        if (card.DetailRest.Length == 0)
        {
            json.WriteString("detail", start.Encoded);
            return;
        }

        var rest = JsonEncodedText.Encode(card.DetailRest, Form.Encoder);
        var length = start.Encoded.EncodedUtf8Bytes.Length + rest.EncodedUtf8Bytes.Length + 2;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        buffer[0] = (byte)'"';
        start.Encoded.EncodedUtf8Bytes.CopyTo(buffer.AsSpan(1));
        rest.EncodedUtf8Bytes.CopyTo(buffer.AsSpan(1 + start.Encoded.EncodedUtf8Bytes.Length));
        buffer[length - 1] = (byte)'"';
        json.WritePropertyName("detail");
        json.WriteRawValue(buffer.AsSpan(0, length), skipInputValidation: true);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static void WriteSuggestion(Utf8JsonWriter json, Suggestion suggestion)
    {
        json.WriteStartObject();
        json.WriteString("label", suggestion.Label);
        json.WriteString("uuid", suggestion.Uuid);
        if (suggestion.IsRecommended)
        {
            json.WriteBoolean("isRecommended", true);
        }

        WriteArray(json, "actions", suggestion.Actions, WriteAction);
        json.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter json, CardAction action)
    {
        json.WriteStartObject();
        json.WriteString("type", action.Type switch { CardActionType.Create => "create", CardActionType.Update => "update", _ => "delete" });
        json.WriteString("description", action.Description);
        if (action.ResourceId is not null)
        {
            json.WriteString("resourceId", action.ResourceId);
        }
        else
        {
            json.WritePropertyName("resource");
            json.WriteRawValue(action.Resource.Span);
        }

        json.WriteEndObject();
    }

    internal static void WriteCoding(Utf8JsonWriter json, CardCoding coding)
    {
        json.WriteStartObject();
        json.WriteString("system", coding.System);
        json.WriteString("code", coding.Code);
        WriteOptional(json, "display", coding.Display);
        json.WriteEndObject();
    }

    internal static void WriteLink(Utf8JsonWriter json, CardLink link)
    {
        json.WriteStartObject();
        json.WriteString("label", link.Label);
        json.WriteString("url", link.Url);
        json.WriteString("type", "absolute");
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
