namespace FhirMsc.Fhir.FhirPath.Values;

/// <summary>
/// Strings counted in characters, which FHIRPath takes for Unicode scalar values (Unicode and String Operations): a surrogate pair is one. Strings without
/// surrogates, which are nearly all, cost one look over them.
/// </summary>
internal static class Characters
{
    /// <summary>How many characters a string has.</summary>
    public static int Count(string text) => IndexOf(text, text.Length);

    /// <summary>The number of the character that starts at a code unit; a negative offset stays as it is.</summary>
    public static int IndexOf(string text, int offset)
    {
        if (offset <= 0 || !HasSurrogates(text))
        {
            return offset;
        }

        var pairs = 0;
        for (var i = 1; i < offset; i++)
        {
            pairs += char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return offset - pairs;
    }

    /// <summary>At most so many characters from one on; null if it lies outside of the string.</summary>
    public static string? Substring(string text, int start, int count)
    {
        if (!HasSurrogates(text))
        {
            return start >= 0 && start < text.Length ? text.Substring(start, Math.Clamp(count, 0, text.Length - start)) : null;
        }

        var from = start < 0 ? text.Length : Skip(text, 0, start);
        return from >= text.Length ? null : text[from..Skip(text, from, count)];
    }

    /// <summary>The characters one by one.</summary>
    public static IEnumerable<string> Split(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = Skip(text, at, 1);
            yield return text[at..next];
            at = next;
        }
    }

    /// <summary>Order by the numbers of the characters. Code units give the same, but for the surrogates, which stand for what lies above all others.</summary>
    public static int Compare(string left, string right)
    {
        var at = left.AsSpan().CommonPrefixLength(right);
        if (at == left.Length || at == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        var (l, r) = (left[at], right[at]);
        return char.IsSurrogate(l) == char.IsSurrogate(r) ? l.CompareTo(r) : char.IsSurrogate(l) ? 1 : -1;
    }

    private static bool HasSurrogates(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0;

    private static int Skip(string text, int from, int count)
    {
        var at = from;
        for (; count > 0 && at < text.Length; count--)
        {
            at += char.IsSurrogatePair(text, at) ? 2 : 1;
        }

        return at;
    }
}
