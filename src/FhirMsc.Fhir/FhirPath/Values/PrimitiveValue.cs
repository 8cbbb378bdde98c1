using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.FhirPath.Values;

/// <summary>FHIR primitives as values of FHIRPath's types (FHIR, Using FHIRPath: the implicit conversion of primitives).</summary>
internal static class PrimitiveValue
{
    /// <summary>Reads the value of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="type">The system type of its FHIR type; <see cref="SystemType.None"/> where that is not known: then the form in the source decides.</param>
    /// <param name="value">The value. A text that is not what its type asks for stays a String.</param>
    /// <returns>Whether there is a value.</returns>
    public static bool TryRead(Node node, SystemType type, out Item value)
    {
        value = default;
        switch (node.Kind)
        {
            case NodeKind.True:
                value = Item.Of(true);
                return true;
            case NodeKind.False:
                value = Item.Of(false);
                return true;
            case NodeKind.Number:
                return TryReadNumber(node, type, out value);
            case NodeKind.String:
                value = ReadString(node, type);
                return true;
            default:
                return false;
        }
    }

    private static bool TryReadNumber(Node node, SystemType type, out Item value)
    {
        var raw = node.RawValue;
        if (type != SystemType.Decimal && raw.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 && long.TryParse(raw, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var integer))
        {
            value = integer is >= int.MinValue and <= int.MaxValue ? Item.Of((int)integer) : Item.OfLong(integer);
            return true;
        }

        if (DecimalText.TryParse(raw, out var number))
        {
            value = Item.Of(number);
            return true;
        }

        // More digits than a Decimal keeps: there is a value, but none to count with.
        value = Item.Of(node.Text!);
        return true;
    }

    private static Item ReadString(Node node, SystemType type)
    {
        if (type is SystemType.None or SystemType.String)
        {
            return Item.Of(node.Text!);
        }

        Span<char> buffer = stackalloc char[64];
        ReadOnlySpan<char> text = node.IsEscaped || node.RawValue.Length > buffer.Length
            ? node.Text!.AsSpan()
            : buffer[..System.Text.Encoding.UTF8.GetChars(node.RawValue, buffer)];
        return type switch
        {
            SystemType.Date when Temporal.TryParse(text, TemporalKind.Date, out var date) => Item.Of(date),
            SystemType.DateTime when Temporal.TryParse(text, TemporalKind.DateTime, out var dateTime) => Item.Of(dateTime),
            SystemType.Time when Temporal.TryParse(text, TemporalKind.Time, out var time) => Item.Of(time),
            SystemType.Integer when int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var small) => Item.Of(small),
            SystemType.Integer when long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var integer) => Item.OfLong(integer),
            SystemType.Decimal when DecimalText.TryParse(text, out var number) => Item.Of(number),
            SystemType.Boolean when text is "true" or "false" => Item.Of(text is "true"),
            _ => Item.Of(node.Text!),
        };
    }
}
