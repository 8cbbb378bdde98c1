namespace FhirMsc.Fhir.Terminology.Grammars;

/// <summary>A language tag taken apart by the grammar of RFC 5646, section 2.1.</summary>
internal readonly ref struct LanguageTag
{
    /// <summary>Section 4.4.1 advises room for 35 characters; nothing sensible is longer than this.</summary>
    private const int MaxLength = 255;

    public LanguageTag(string tag)
    {
        var reader = new SubtagReader(tag);
        if (tag.Length is 0 or > MaxLength || !reader.Next())
        {
            return;
        }

        if (reader.Is('x'))
        {
            IsWellFormed = PrivateUse(ref reader);
            return;
        }

        if (!reader.IsLetters(2, 8))
        {
            return;
        }

        Language = reader.Text.ToString();
        reader.Next();
        for (var extended = 0; extended < 3 && Language.Length <= 3 && reader.IsLetters(3, 3); extended++, reader.Next())
        {
            ExtendedLanguages = true;
        }

        if (reader.IsLetters(4, 4))
        {
            Script = reader.Text.ToString();
            reader.Next();
        }

        if (reader.IsLetters(2, 2) || reader.IsDigits(3))
        {
            Region = reader.Text.ToString();
            reader.Next();
        }

        IsWellFormed = Variants(ref reader, out var hasVariants) && Extensions(ref reader) && (reader.AtEnd || (reader.Is('x') && PrivateUse(ref reader)));
        HasVariants = hasVariants;
    }

    public bool IsWellFormed { get; }

    public string? Language { get; }

    public bool ExtendedLanguages { get; }

    public string? Script { get; }

    public string? Region { get; }

    public bool HasVariants { get; }

    /// <summary><c>variant = 5*8alphanum / (DIGIT 3alphanum)</c>; section 2.2.5: none twice.</summary>
    private static bool Variants(ref SubtagReader reader, out bool any)
    {
        HashSet<string>? seen = null;
        while (reader.IsAlphanumeric(5, 8) || (reader.IsAlphanumeric(4, 4) && char.IsAsciiDigit(reader.Text[0])))
        {
            if (!(seen ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase)).Add(reader.Text.ToString()))
            {
                any = true;
                return false;
            }

            reader.Next();
        }

        any = seen is not null;
        return true;
    }

    /// <summary><c>extension = singleton 1*("-" (2*8alphanum))</c>; section 2.2.6: no singleton twice.</summary>
    private static bool Extensions(ref SubtagReader reader)
    {
        var seen = new HashSet<char>();
        while (reader.IsAlphanumeric(1, 1) && !reader.Is('x'))
        {
            if (!seen.Add(char.ToLowerInvariant(reader.Text[0])))
            {
                return false;
            }

            var count = 0;
            for (reader.Next(); reader.IsAlphanumeric(2, 8); reader.Next())
            {
                count++;
            }

            if (count == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>privateuse = "x" 1*("-" (1*8alphanum))</c>.</summary>
    private static bool PrivateUse(ref SubtagReader reader)
    {
        var count = 0;
        for (reader.Next(); reader.IsAlphanumeric(1, 8); reader.Next())
        {
            count++;
        }

        return count > 0 && reader.AtEnd;
    }
}
