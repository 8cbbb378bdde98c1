namespace FhirMsc.Fhir.Validation.Terminologies;

/// <summary>
/// The form of a SNOMED CT identifier (SNOMED CT Release File Specifications, 6 SCTID): 6 to 18 digits without a leading zero, the last of them Verhoeff's
/// check digit, and the two before it the partition, which for a concept are 00 or 10.
/// </summary>
internal static class SnomedId
{
    /// <summary>URL of the code system.</summary>
    public const string System = "http://snomed.info/sct";

    /// <summary>Multiplication in the dihedral group of order 10.</summary>
    private static readonly byte[][] Product =
    [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5], [2, 3, 4, 0, 1, 7, 8, 9, 5, 6], [3, 4, 0, 1, 2, 8, 9, 5, 6, 7], [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
        [5, 9, 8, 7, 6, 0, 4, 3, 2, 1], [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3], [8, 7, 6, 5, 9, 3, 2, 1, 0, 4], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
    ];

    /// <summary>The permutation that is applied once more at each place.</summary>
    private static readonly byte[] Permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

    /// <summary>Whether a code can be one of SNOMED CT: an identifier, or an expression, which has other characters than digits.</summary>
    public static bool MayBe(string code) => code.AsSpan().ContainsAnyExceptInRange('0', '9') || (code.Length is >= 6 and <= 18 && code[0] != '0' && code[^2] == '0' && code[^3] is '0' or '1' && HasCheckDigit(code));

    private static bool HasCheckDigit(string digits)
    {
        var check = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            for (var times = 0; times < i % 8; times++)
            {
                digit = Permutation[digit];
            }

            check = Product[check][digit];
        }

        return check == 0;
    }
}
