namespace FhirMsc.Server.Settings;

/// <summary>Finds what somebody who mistyped a name may have meant.</summary>
internal static class Names
{
    /// <summary>The known name that takes the fewest changes of a letter.</summary>
    public static string Nearest(string name, IEnumerable<string> known) => known.MinBy(other => Distance(name.ToUpperInvariant(), other.ToUpperInvariant()))!;

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[^1];
    }
}
