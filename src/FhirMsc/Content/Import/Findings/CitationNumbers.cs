using System.Globalization;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Reads citation numbers: lists, ranges, raised digits, and runs of digits whose commas were lost.</summary>
internal static class CitationNumbers
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const int LongestRange = 60;

    /// <summary>The numbers, or <see langword="null"/> when they can't be told.</summary>
    /// <param name="text">As printed.</param>
    /// <param name="highest">Highest number in the list of references; 0 if not known.</param>
    /// <param name="sofar">Highest number cited before: numbers appear in order.</param>
    public static IReadOnlyList<int>? Read(string text, int highest, int sofar)
    {
        var numbers = new List<int>();
        foreach (var part in Plain(text).Split(',', ';').Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (ends is [var from, var to])
            {
                if (!Number(from, out var first) || !Number(to, out var last) || last <= first || last - first > LongestRange || (highest > 0 && last > highest))
                    return null;
                numbers.AddRange(Enumerable.Range(first, last - first + 1));
            }
            else if (ends is [var one] && Number(one, out var number) && (highest == 0 || number <= highest) && number > 0)
            {
                numbers.Add(number);
            }
            else if (ends is [var run] && highest > 0 && Split(run, highest, Math.Max(sofar, numbers.LastOrDefault())) is { } split)
            {
                numbers.AddRange(split);
            }
            else
            {
                return null;
            }
        }

        return numbers.Count == 0 ? null : numbers;
    }

    /// <summary>Raised digits and dashes as plain ones.</summary>
    public static string Plain(string text) => string.Concat(text.Select(c => Raised.IndexOf(c, StringComparison.Ordinal) is var digit and >= 0 ? (char)('0' + digit) : c is '⁻' or '–' or '−' or '—' ? '-' : c));

    private static bool Number(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>
    /// A run such as 89 or 202122: ascending numbers of the list. Only a split whose every number is cited before or next in turn is taken,
    /// and only when there is no second one.
    /// </summary>
    private static List<int>? Split(string run, int highest, int sofar)
    {
        var found = new List<List<int>>();
        Go(0, []);
        return found.Count == 1 ? found[0] : null;

        void Go(int at, List<int> taken)
        {
            if (at == run.Length)
            {
                found.Add([.. taken]);
                return;
            }

            for (var length = 1; length <= Math.Min(3, run.Length - at) && found.Count < 2; length++)
            {
                if (run[at] == '0' || !Number(run.Substring(at, length), out var number) || number > highest || (taken.Count > 0 && number <= taken[^1]))
                    continue;
                if (number > Math.Max(sofar, taken.Count > 0 ? taken[^1] : 0) + 1)
                    continue;
                taken.Add(number);
                Go(at + length, taken);
                taken.RemoveAt(taken.Count - 1);
            }
        }
    }
}
