using System.Globalization;
using System.Text.Json;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Suites.Pages;

/// <summary>Scores every page of a directory and prints found, wrong, missed and invented by kind of fact.</summary>
public static class PageBoard
{
    private const string Ending = ".expected.json";

    /// <summary>Pages with expected facts, in the order of their names.</summary>
    public static IReadOnlyList<(string Page, string Expected)> Pages(string directory) =>
    [
        .. from expected in Directory.EnumerateFiles(directory, "*" + Ending).Order(StringComparer.Ordinal)
           let stem = expected[..^Ending.Length]
           from page in new[] { stem + ".txt", stem + ".html", stem + ".md" }
           where File.Exists(page)
           select (page, expected),
    ];

    /// <summary>Scores and prints.</summary>
    /// <param name="directory">The folder of pages.</param>
    /// <param name="output">Where the scores are printed.</param>
    /// <param name="failures">Whether every fact that is not found is printed.</param>
    /// <param name="rules">Folder of rule files that are read with the delivered ones; <see langword="null"/> for none.</param>
    /// <returns>0; 1 when the expected facts of a page could not be read; 2 when there is no such directory or nothing in it.</returns>
    public static int Run(string directory, TextWriter output, bool failures, string? rules = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        var book = rules is null ? null : RuleFiles.LoadWith(rules);
        var pages = Directory.Exists(directory) ? Pages(directory) : [];
        if (pages.Count == 0)
        {
            output.WriteLine($"There are no pages with expected facts in {directory}.");
            return 2;
        }

        var unscored = 0;
        var total = new SortedDictionary<string, KindScore>(StringComparer.Ordinal);
        foreach (var (page, expected) in pages)
        {
            PageScore score;
            try
            {
                score = PageScore.Of(page, expected, book);
            }
            catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                output.WriteLine($"{Path.GetFileName(page)} was not scored: {Path.GetFileName(expected)} does not have the form heldout-expected/1. {wrong.Message}");
                unscored++;
                continue;
            }

            output.WriteLine(Path.GetFileName(page));
            foreach (var (kind, one) in score.Kinds)
            {
                if (one.Expected + one.Invented > 0)
                    Print(kind, one, output);
                foreach (var remark in failures ? one.Remarks : [])
                    output.WriteLine($"      {remark}");
                if (!total.TryGetValue(kind, out var sum))
                    total[kind] = sum = new KindScore();
                sum.Add(one);
            }
        }

        output.WriteLine($"{pages.Count - unscored} pages");
        foreach (var (kind, sum) in total)
            Print(kind, sum, output);
        return unscored > 0 ? 1 : 0;
    }

    private static void Print(string kind, KindScore score, TextWriter output) => output.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {kind[2..],-18} found {score.Found,4} of {score.Expected,4} {(score.Expected == 0 ? 100m : 100m * score.Found / score.Expected),6:F1} %   wrong {score.Wrong,3}   missed {score.Missed,3}   invented {score.Invented,3}"));
}
