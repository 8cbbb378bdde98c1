namespace FhirMsc.Fhir.FhirPath.Values;

/// <summary>Strings alike but for case and for which white space stands where (FHIRPath, String Equivalence).</summary>
internal static class StringEquivalence
{
    public static bool AreEquivalent(string left, string right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            var (l, r) = (left[i], right[i]);
            if (l != r && char.ToUpperInvariant(l) != char.ToUpperInvariant(r) && !(IsSpace(l) && IsSpace(r)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c);
}
