namespace FhirMsc.Content.Reading.Checks;

/// <summary>Check digits of published identifiers. They catch slips of the finger and the damage that spreadsheets do to long numbers.</summary>
internal static class Identifiers
{
    /// <summary>The dihedral group D5 in Verhoeff's scheme: products.</summary>
    private static readonly string[] Products =
        ["0123456789", "1234067895", "2340178956", "3401289567", "4012395678", "5987604321", "6598710432", "7659821043", "8765932104", "9876543210"];

    /// <summary>Verhoeff's permutations, by position from the right modulo 8.</summary>
    private static readonly string[] Permutations =
        ["0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258"];

    /// <summary>Whether the text is 6 to 18 digits with a right Verhoeff check digit, as every SNOMED CT identifier.</summary>
    public static bool IsSctId(string text)
    {
        if (text.Length is < 6 or > 18 || text[0] == '0' || !text.All(char.IsAsciiDigit))
            return false;
        var check = 0;
        for (var i = 0; i < text.Length; i++)
            check = Products[check][Permutations[i % 8][text[^(i + 1)] - '0'] - '0'] - '0';
        return check == 0;
    }

    /// <summary>
    /// Whether a SNOMED CT identifier says by its partition (the two digits before the last) that it identifies a concept: <c>00</c> of the core,
    /// <c>10</c> of an extension. Extension identifiers hold a seven-digit namespace, so they have more than ten digits.
    /// </summary>
    public static bool IsSctConcept(string id) => id[^3..^1] == (id.Length > 10 ? "10" : "00");

    /// <summary>Whether the text has the form of a LOINC code with a right mod-10 check digit, or is an answer code (<c>LA…</c>), whose digit follows no such rule.</summary>
    public static bool IsLoinc(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var answer = text.StartsWith("LA", StringComparison.Ordinal);
        var number = dash < 0 ? string.Empty : text[(answer ? 2 : 0)..dash];
        if (number.Length is 0 or > 7 || dash != text.Length - 2 || !number.All(char.IsAsciiDigit) || !char.IsAsciiDigit(text[^1]))
            return false;
        return answer || LuhnDigit(number) == text[^1] - '0';
    }

    /// <summary>The mod-10 check digit: every second digit from the right counts double, digit sums are added.</summary>
    private static int LuhnDigit(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = (number[^(i + 1)] - '0') * (i % 2 == 0 ? 2 : 1);
            sum += (digit / 10) + (digit % 10);
        }

        return (10 - (sum % 10)) % 10;
    }
}
