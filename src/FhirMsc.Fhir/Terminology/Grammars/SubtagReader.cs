namespace FhirMsc.Fhir.Terminology.Grammars;

/// <summary>Walks over the subtags of a language tag, which hyphens part.</summary>
internal ref struct SubtagReader(string tag)
{
    private readonly ReadOnlySpan<char> tag = tag;
    private int next;

    /// <summary>The subtag at hand; empty at the end, and where two hyphens meet.</summary>
    public ReadOnlySpan<char> Text { get; private set; } = default;

    /// <summary>Whether there are no more subtags.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>Goes to the next subtag; false at the end.</summary>
    public bool Next()
    {
        if (next > tag.Length)
        {
            Text = default;
            AtEnd = true;
            return false;
        }

        var rest = tag[next..];
        var hyphen = rest.IndexOf('-');
        Text = hyphen < 0 ? rest : rest[..hyphen];
        next += Text.Length + 1;
        return true;
    }

    public readonly bool Is(char letter) => Text.Length == 1 && char.ToLowerInvariant(Text[0]) == letter;

    public readonly bool IsLetters(int min, int max) => Has(min, max) && AllLetters(Text);

    public readonly bool IsDigits(int count) => Has(count, count) && Text.IndexOfAnyExceptInRange('0', '9') < 0;

    public readonly bool IsAlphanumeric(int min, int max)
    {
        if (!Has(min, max))
        {
            return false;
        }

        foreach (var c in Text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private readonly bool Has(int min, int max) => !AtEnd && Text.Length >= min && Text.Length <= max;

    private static bool AllLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return true;
    }
}
