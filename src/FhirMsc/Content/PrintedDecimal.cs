using System.Buffers;
using System.Globalization;

namespace FhirMsc.Content;

/// <summary>A decimal number exactly as printed: <c>17.60</c> stays <c>17.60</c>, because its digits say how precise the source is.</summary>
/// <param name="Text">The digits, with <c>.</c> as decimal sign and at least one digit before it.</param>
public readonly record struct PrintedDecimal(string Text)
{
    private static readonly SearchValues<char> DigitsAndPoint = SearchValues.Create("0123456789.");

    /// <summary>The number for arithmetic.</summary>
    /// <exception cref="FormatException">The text is no decimal number.</exception>
    public decimal Value => decimal.Parse(Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    /// <summary>How many digits are printed after the decimal sign.</summary>
    public int Decimals => Text.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? Text.Length - point - 1 : 0;

    /// <summary>Reads printed digits.</summary>
    /// <param name="text">For example <c>0.29</c> or <c>-1.5</c>.</param>
    /// <param name="number">The number.</param>
    /// <returns>Whether the text is a plain decimal number: no exponent, no thousands separator, at most 28 digits.</returns>
    public static bool TryParse(string text, out PrintedDecimal number)
    {
        ArgumentNullException.ThrowIfNull(text);
        number = new PrintedDecimal(text);
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        if (digits.Length is 0 or > 29 || !char.IsAsciiDigit(digits[0]) || !char.IsAsciiDigit(digits[^1]))
            return false;
        var points = digits.Count('.');
        return points <= 1 && digits.Length - points <= 28 && digits.IndexOfAnyExcept(DigitsAndPoint) < 0;
    }

    /// <summary>The digits as printed.</summary>
    public override string ToString() => Text;
}
