using System.Globalization;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Reads printed numbers.</summary>
internal static class Numbers
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>A whole number in digits, with or without separators, or in words up to ninety-nine.</summary>
    public static int? Whole(string text)
    {
        if (int.TryParse(text.Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var words = text.ToLowerInvariant().Split('-', ' ');
        var small = Array.IndexOf(Small, words[^1]);
        var ten = Array.IndexOf(Tens, words[0]);
        return words.Length switch
        {
            1 when small >= 0 => small,
            1 when ten >= 0 => (ten + 2) * 10,
            2 when ten >= 0 && small is > 0 and < 10 => ((ten + 2) * 10) + small,
            _ => null,
        };
    }

    /// <summary>A decimal in plain digits: a lost zero put back, any minus as hyphen, separators out. The digits after the point stay as printed.</summary>
    public static string Decimal(string text)
    {
        var plain = text.Trim().Replace('−', '-').Replace('–', '-').Replace('·', '.');
        if (plain.Count(c => c == ',') == 1 && !plain.Contains('.', StringComparison.Ordinal) && plain.Length - plain.IndexOf(',', StringComparison.Ordinal) != 4)
            plain = plain.Replace(',', '.');
        plain = plain.Replace(",", string.Empty, StringComparison.Ordinal);
        return plain.StartsWith('.') ? "0" + plain : plain.StartsWith("-.", StringComparison.Ordinal) ? "-0" + plain[1..] : plain;
    }
}
