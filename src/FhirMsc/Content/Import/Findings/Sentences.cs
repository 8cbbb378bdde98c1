using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Cuts the text of a block into sentences. Citation numbers behind the full stop belong to the sentence.</summary>
internal static partial class Sentences
{
    private const int Tail = 24;

    /// <summary>The sentences as stretches of the text, in order, without blanks around.</summary>
    public static IReadOnlyList<(int Start, int End)> Of(string text, RuleBook rules)
    {
        var (sentences, start) = (new List<(int, int)>(), 0);
        foreach (Match end in Ends().Matches(text))
        {
            var stop = end.Index + 1;
            if (rules.Any("noSentenceEnd", text[Math.Max(start, stop - Tail)..stop]))
                continue;
            sentences.Add((start, end.Index + end.Length));
            start = end.Index + end.Length;
            while (start < text.Length && text[start] == ' ')
                start++;
        }

        if (start < text.Length)
            sentences.Add((start, text.Length));
        return sentences;
    }

    /// <summary>The sentence that holds a place of the text.</summary>
    public static (int Start, int End) Around(string text, int at, RuleBook rules) => Around(Of(text, rules), at, text.Length);

    /// <summary>The one of several sentences in order that holds a place of a text of the given length.</summary>
    public static (int Start, int End) Around(IReadOnlyList<(int Start, int End)> sentences, int at, int length)
    {
        var (low, high) = (0, sentences.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = at < sentences[middle].End ? (low, middle) : (middle + 1, high);
        }

        return low < sentences.Count ? sentences[low] : (0, length);
    }

    // Also the end of a bracket between two sentences: "… older. (C recommendation) The …".
    [GeneratedRegex(@"(?<=[.!?]\s[(\[][^()\[\]]{1,120})[)\]](?=\s+\p{Lu})|[.!?][""”’)\]*]*(?:(?:(?<![\d.]\.)|(?<=\b\p{Lu}\p{L}+-\d{1,2}\.))\d{1,3}(?:[,–-]\d{1,3})*(?!\.\d)|[⁰¹²³⁴⁵⁶⁷⁸⁹,⁻–-]+|[*†‡§¶]+)?(?=\s+[""“‘(\[]?[\p{Lu}\d•≥<>])", RegexOptions.CultureInvariant)]
    private static partial Regex Ends();
}
