using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Cuts a block into the parts that its ratings belong to: a sentence with one rating is one part, a sentence with three is three.</summary>
internal sealed partial class RatedSegments(Ratings ratings, RatingLines lines, RuleBook rules)
{
    /// <summary>The parts of a block; sentences without rating are parts as well.</summary>
    /// <param name="block">The block.</param>
    /// <param name="index">Its number on the page; <see langword="null"/> in a cell, where no line of its own can rate it.</param>
    /// <param name="one">Whether the heading above says that the block is one statement.</param>
    public IReadOnlyList<RatedPart> Of(Block block, int? index, bool one)
    {
        var text = block.Text;
        if (ratings.Cell(text) is not null)
            return [];
        var found = ratings.In(text);
        var parts = new List<RatedPart>();
        foreach (var (start, end) in Numbered(block, found, one) ? [(0, text.Length)] : Whole(text, Merged(text, found), found))
            parts.AddRange(Parts(block, start, end, [.. found.Where(rating => rating.Start >= start && rating.End <= end)]));
        if (found.Count == 0 && parts.Count > 0 && index is { } at && lines.Beside(at) is { } beside)
        {
            var first = beside.Rating.Scheme.RatesStatements ? Math.Max(0, parts.FindIndex(part => rules.Any("ownStatements", part.Text))) : parts.Count - 1;
            parts[first] = parts[first] with { End = parts[^1].End, SentenceEnd = parts[^1].SentenceEnd, Rating = beside.Rating, RatingBlock = beside.Block };
            parts.RemoveRange(first + 1, parts.Count - first - 1);
        }

        return parts;
    }

    /// <summary>Sentences; one that is nothing but a rating belongs to the one before it, or at the start to the one behind it.</summary>
    private List<(int Start, int End)> Merged(string text, IReadOnlyList<RatingMatch> found)
    {
        var merged = new List<(int Start, int End)>();
        var open = false;
        foreach (var (start, end) in Sentences.Of(text, rules))
        {
            var bare = Bare(text, start, end, found);
            // "(For ages 30 to 59: strong; for ages 18 to 29: expert opinion)" belongs to the sentence before it as well.
            bare |= merged.Count > 0 && text[start] is '(' or '[' && text[start..end].TrimEnd('.', ' ') is [_, .., ')' or ']'] && found.Any(rating => rating.Start >= start && rating.End <= end);
            if ((bare && merged.Count > 0) || open)
                merged[^1] = (merged[^1].Start, end);
            else
                merged.Add((start, end));
            open = bare && merged.Count == 1 && merged[0].Start == start;
        }

        return merged;
    }

    /// <summary>Where the scheme rates statements, a rating holds for the sentences before it as well, back to the one that recommends.</summary>
    private List<(int Start, int End)> Whole(string text, List<(int Start, int End)> sentences, IReadOnlyList<RatingMatch> found)
    {
        if (!found.Any(rating => rating.Scheme.RatesStatements && !rating.IsBefore))
            return sentences;
        var whole = new List<(int Start, int End)>();
        foreach (var sentence in sentences)
        {
            var first = whole.Count - 1;
            while (first >= 0 && !Rated(whole[first]) && !rules.Any("ownStatements", text[whole[first].Start..whole[first].End]))
                first--;
            // "Clinicians should do A. They should do B (category)": where nothing is rated before, what is to be done begins with the first sentence that says so.
            if (first < 0 && Rated(sentence) && found.First(rating => rating.Start >= sentence.Start) is { IsBefore: false, Scheme.RatesStatements: true } && !rules.Any("ownStatements", text[sentence.Start..sentence.End]))
            {
                first = whole.Count;
                while (first > 0 && !Rated(whole[first - 1]) && Directions.In(text[whole[first - 1].Start..whole[first - 1].End], rules) is { Confidence: > 79 })
                    first--;
                first = first < whole.Count ? first : -1;
            }

            if (first >= 0 && !Rated(whole[first]) && Rated(sentence) && !rules.Any("ownStatements", text[sentence.Start..sentence.End]))
            {
                whole[first] = (whole[first].Start, sentence.End);
                whole.RemoveRange(first + 1, whole.Count - first - 1);
            }
            else
            {
                whole.Add(sentence);
            }
        }

        return whole;

        bool Rated((int Start, int End) sentence) => found.Any(rating => rating.Start >= sentence.Start && rating.End <= sentence.End);
    }

    /// <summary>A bullet or numbered statement that ends with its one rating is rated as a whole, where the scheme rates statements.</summary>
    private static bool Numbered(Block block, IReadOnlyList<RatingMatch> found, bool one) =>
        (block.Kind == BlockKind.Item || one) && found is [{ IsBefore: false, Scheme.RatesStatements: true } only] && block.Text.Length - only.End < 3;

    private static bool Bare(string text, int start, int end, IReadOnlyList<RatingMatch> found)
    {
        var letters = 0;
        for (var i = start; i < end; i++)
            letters += char.IsLetter(text[i]) && !found.Any(rating => i >= rating.Start && i < rating.End) ? 1 : 0;
        return letters < 3 && found.Any(rating => rating.Start >= start && rating.End <= end);
    }

    private IEnumerable<RatedPart> Parts(Block block, int start, int end, IReadOnlyList<RatingMatch> found)
    {
        if (found.Count == 0)
        {
            yield return new RatedPart { Block = block, Start = start, End = end, SentenceStart = start, SentenceEnd = end };
            yield break;
        }

        RatedPart? before = null;
        var at = start;
        for (var i = 0; i < found.Count; i++)
        {
            var rating = found[i];
            int from, to;
            if (rating.IsBefore)
            {
                (from, to) = (rating.End, i + 1 < found.Count ? found[i + 1].Start : end);
            }
            else
            {
                (from, to) = (at, i + 1 < found.Count ? Behind(block.Text, rating.End, found[i + 1].Start) : end);
            }

            // Two ratings side by side, "(AIII, for adults) (BIII)", rate the same words: that can't be told apart here.
            if (from < to)
            {
                before = new RatedPart { Block = block, Start = Skip(block.Text, from, to), End = to, SentenceStart = start, SentenceEnd = end, Rating = rating, Before = before };
                yield return before;
            }

            // "X (AI), unless Y (AIII)": the exception limits what stands before it, and has a rating of its own.
            at = !rating.IsBefore && i + 1 < found.Count && to == found[i + 1].Start ? rating.End : to;
        }
    }

    /// <summary>End of the words behind a rating that still belong to it: closing signs and an exception.</summary>
    private int Behind(string text, int from, int limit)
    {
        var rest = text[from..limit];
        if (rules.Any("exceptionBehind", rest))
            return from + (Clause().Match(rest) is { Success: true } clause ? clause.Index : rest.Length);
        return from + Closing().Match(rest).Length;
    }

    /// <summary>Commas and conjunctions between two parts belong to neither.</summary>
    private static int Skip(string text, int from, int to) => from + Joining().Match(text[from..to]).Length;

    [GeneratedRegex(@"(?:;|,| ) (?:and|or|but) (?=in|for|against|the|recommends?|should|among|as)|[;.] ", RegexOptions.CultureInvariant)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^[.)\]]*", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^[\s,;:.)\]*†‡]*(?:(?:and|or|but|as well as|while|whereas)\b[\s,]*(?:also )?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Joining();
}
