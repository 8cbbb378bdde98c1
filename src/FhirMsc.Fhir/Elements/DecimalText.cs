using System.Buffers.Text;
using System.Globalization;

namespace FhirMsc.Fhir.Elements;

/// <summary>Numbers as FHIR and FHIRPath write them, with digits and scale kept.</summary>
internal static class DecimalText
{
    /// <summary>Reads <c>(\+|-)?\d+(\.\d+)?</c>, the form of FHIRPath's <c>toDecimal</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        var digits = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        return !digits.IsEmpty && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1])
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads a JSON number, which may have an exponent.</summary>
    public static bool TryParse(ReadOnlySpan<byte> json, out decimal value) =>
        (Utf8Parser.TryParse(json, out value, out var used) && used == json.Length)
        || decimal.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>Rounds two numbers to the digits that both state, trailing zeros not counted, and compares them (the rule of <c>~</c>).</summary>
    public static bool AreEquivalent(decimal left, decimal right)
    {
        var scale = Math.Min(SignificantScale(left), SignificantScale(right));
        return decimal.Round(left, scale, MidpointRounding.AwayFromZero) == decimal.Round(right, scale, MidpointRounding.AwayFromZero);
    }

    /// <summary>Digits behind the point, trailing zeros not counted.</summary>
    public static int SignificantScale(decimal value)
    {
        var scale = (int)value.Scale;
        while (scale > 0 && decimal.Round(value, scale - 1, MidpointRounding.ToZero) == value)
        {
            scale--;
        }

        return scale;
    }
}
