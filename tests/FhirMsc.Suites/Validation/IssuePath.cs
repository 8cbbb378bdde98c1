using System.Text.RegularExpressions;

namespace FhirMsc.Suites.Validation;

/// <summary>Compares places of issues, which validators spell in different ways.</summary>
internal static partial class IssuePath
{
    /// <summary>
    /// Whether two paths mean the same element, or one the element right around the other: a missing element may be reported at the place where it is
    /// missing, or by its own name.
    /// </summary>
    public static bool Overlap(string expected, string found)
    {
        var (left, right) = (Steps(expected), Steps(found));
        var common = Math.Min(left.Length, right.Length);
        if (right is ["$this", ..])
        {
            // What is no resource has no name of its own.
            right[0] = left[0];
        }

        return Math.Abs(left.Length - right.Length) <= 1 && common > 0 && left.AsSpan(0, common).SequenceEqual(right.AsSpan(0, common));
    }

    /// <summary>Steps without comments, types of choices and the index 0, which some write and others don't.</summary>
    private static string[] Steps(string path)
    {
        var plain = Comment().Replace(path, string.Empty);
        plain = ChoiceType().Replace(plain, match => char.ToUpperInvariant(match.Groups[1].Value[0]) + match.Groups[1].Value[1..]);
        return plain.Replace("[0]", string.Empty, StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"/\*.*?\*/")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\.ofType\((\w+)\)")]
    private static partial Regex ChoiceType();
}
