namespace FhirMsc.Decisions.Sites;

/// <summary>Whether a code has the form and the check digit that its code system gives all its codes: typing errors show at once.</summary>
internal static class CodeForm
{
    private static readonly int[,] Dihedral =
    {
        { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, { 1, 2, 3, 4, 0, 6, 7, 8, 9, 5 }, { 2, 3, 4, 0, 1, 7, 8, 9, 5, 6 }, { 3, 4, 0, 1, 2, 8, 9, 5, 6, 7 }, { 4, 0, 1, 2, 3, 9, 5, 6, 7, 8 },
        { 5, 9, 8, 7, 6, 0, 4, 3, 2, 1 }, { 6, 5, 9, 8, 7, 1, 0, 4, 3, 2 }, { 7, 6, 5, 9, 8, 2, 1, 0, 4, 3 }, { 8, 7, 6, 5, 9, 3, 2, 1, 0, 4 }, { 9, 8, 7, 6, 5, 4, 3, 2, 1, 0 },
    };

    private static readonly int[] Permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

    /// <summary>What is wrong with a code; <see langword="null"/> if nothing is, or if the system has no rule.</summary>
    public static string? Fault(string system, string code) => system switch
    {
        "http://snomed.info/sct" => code.Length is < 6 or > 18 || !code.All(char.IsAsciiDigit) ? "an SCTID has 6 to 18 digits"
            : code[^3] is not ('0' or '1') || code[^2] != '0' ? "it is not the id of a concept"
            : IsVerhoeff(code) ? null : "its check digit is wrong",
        "http://loinc.org" => !code.Contains('-', StringComparison.Ordinal) ? "it has no check digit" : IsModTen(code) ? null : "its check digit is wrong",
        _ => null,
    };

    /// <summary>SNOMED CT, Release File Specifications, check digit: Verhoeff's dihedral check.</summary>
    private static bool IsVerhoeff(string digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            for (var times = i % 8; times > 0; times--)
            {
                digit = Permutation[digit];
            }

            check = Dihedral[check, digit];
        }

        return check == 0;
    }

    /// <summary>LOINC Users' Guide, check digit: mod 10 over the number before the hyphen; parts and answers have letters in front.</summary>
    private static bool IsModTen(string code)
    {
        var hyphen = code.LastIndexOf('-');
        var number = code[..hyphen].TrimStart([.. "LAPG"]);
        if (number.Length == 0 || !number.All(char.IsAsciiDigit) || code.Length != hyphen + 2)
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[^(i + 1)] - '0';
            digit = i % 2 == 0 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return (10 - (sum % 10)) % 10 == code[^1] - '0';
    }
}
