namespace FhirMsc.Fhir.Validation;

/// <summary>Guesses which of several names was meant, for the fix of a finding.</summary>
internal static class NearestName
{
    /// <summary>Longer names are not compared: nobody mistypes those.</summary>
    private const int Longest = 64;

    /// <summary>The name with the fewest changed, missing or additional characters, if these are few for its length; null otherwise.</summary>
    public static string? Of(string name, IEnumerable<string> names)
    {
        if (name.Length is 0 or > Longest)
        {
            return null;
        }

        string? best = null;
        var least = Math.Max(1, name.Length / 3) + 1;
        foreach (var candidate in names)
        {
            if (candidate.Length <= Longest && Math.Abs(candidate.Length - name.Length) < least && Distance(name, candidate) is var distance && distance < least)
            {
                (best, least) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>Levenshtein's distance, upper and lower case being the same.</summary>
    private static int Distance(string left, string right)
    {
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = diagonal + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
