using System.Globalization;
using System.Text.Json;
using FhirMsc.Content.Import;
using FhirMsc.Content.Import.Findings;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Suites.Pages;

/// <summary>Compares what the import finds on a page with a file of expected facts (schema <c>heldout-expected/1</c>).</summary>
public sealed class PageScore
{
    private readonly JsonElement _expected;
    private readonly PageFindings _found;

    private PageScore(JsonElement expected, PageFindings found) => (_expected, _found) = (expected, found);

    /// <summary>Scores by kind, in the order of the table.</summary>
    public IReadOnlyDictionary<string, KindScore> Kinds { get; } = new SortedDictionary<string, KindScore>(StringComparer.Ordinal)
    {
        ["1 title"] = new(),
        ["2 date"] = new(),
        ["3 recommendations"] = new(),
        ["4 exceptions"] = new(),
        ["5 references"] = new(),
        ["6 statistics"] = new(),
        ["7 counts"] = new(),
        ["8 citations"] = new(),
    };

    /// <summary>Scores a page.</summary>
    /// <param name="page">The page file.</param>
    /// <param name="expected">The file of expected facts.</param>
    public static PageScore Of(string page, string expected) => Of(page, expected, null);

    internal static PageScore Of(string page, string expected, RuleBook? rules)
    {
        using var stream = File.OpenRead(page);
        var (read, issues) = PageReader.Read(stream, Path.GetFileName(page), null, null, rules ?? RuleBook.Default);
        using var json = JsonDocument.Parse(File.ReadAllText(expected));
        var score = new PageScore(json.RootElement.Clone(), PageImport.Find(read ?? throw new InvalidDataException(string.Join('\n', issues)), rules: rules));
        score.Title();
        score.Recommendations();
        score.References();
        score.Statistics();
        score.Counts();
        score.Citations();
        return score;
    }

    private static string? Text(JsonElement element, string key) => element.TryGetProperty(key, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    } : null;

    private static IEnumerable<JsonElement> List(JsonElement element, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(key, out element))
                yield break;
        }

        foreach (var item in element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : default)
            yield return item;
    }

    private static string Plain(string? text) => string.Concat((text ?? string.Empty).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool Same(string? a, string? b) => Plain(a) == Plain(b);

    private static bool SameNumber(string? expected, string? found) =>
        expected is null || (decimal.TryParse(expected, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(found, NumberStyles.Float, CultureInfo.InvariantCulture, out var b) && a == b);

    private void Title()
    {
        One("1 title", Text(_expected, "title"), _found.Header.Title?.Value, _expected.TryGetProperty("title", out _));
        One("2 date", Text(_expected, "lastUpdated"), _found.Header.Date?.Value.Text, _expected.TryGetProperty("lastUpdated", out _));
    }

    private void One(string kind, string? expected, string? found, bool told)
    {
        if (!told || (expected is null && found is null))
            return;
        var score = Kinds[kind];
        if (expected is null)
            (score.Invented, _) = (score.Invented + 1, 0);
        else if (found is null)
            score.Missed++;
        else if (Same(expected, found))
            score.Found++;
        else
            score.Wrong++;
        if (!Same(expected, found))
            score.Tell(kind, $"expected \"{expected}\", found \"{found}\"");
    }

    private void Recommendations()
    {
        var (score, exceptions) = (Kinds["3 recommendations"], Kinds["4 exceptions"]);
        var rest = _found.Recommendations.ToList();
        foreach (var expected in List(_expected, "recommendations").OrderByDescending(wanted => Plain(Text(wanted, "text")).Length).ToList())
        {
            var text = Plain(Text(expected, "text"));
            var alike = rest.Where(found => Plain(found.Quotation) is var ours && (ours.Contains(text, StringComparison.Ordinal) || (text.Contains(Plain(found.Own), StringComparison.Ordinal) && found.Own.Length > 15)))
                .OrderByDescending(found => Right(expected, found)).ThenByDescending(found => Plain(found.Own).Contains(text, StringComparison.Ordinal)).ThenBy(found => Math.Abs(found.Quotation.Length - text.Length)).ToList();
            if (alike.Count == 0)
            {
                score.Missed++;
                score.Tell("missed", Text(expected, "text")!);
                continue;
            }

            rest.Remove(alike[0]);
            if (!Right(expected, alike[0]))
            {
                score.Wrong++;
                score.Tell("wrong", $"{Text(expected, "direction")} {Text(expected, "strength")}|{Text(expected, "evidence")} ≠ {Say(alike[0])}");
                continue;
            }

            score.Found++;
            if (!expected.TryGetProperty("exceptions", out _))
                continue;
            var (wanted, ours) = (List(expected, "exceptions").Select(item => Plain(item.GetString())).Order(StringComparer.Ordinal).ToList(), alike[0].Exceptions.Select(item => Plain(item.Value)).Order(StringComparer.Ordinal).ToList());
            exceptions.Found += wanted.Intersect(ours).Count();
            exceptions.Missed += wanted.Except(ours).Count();
            exceptions.Invented += ours.Except(wanted).Count();
            if (!wanted.SequenceEqual(ours))
                exceptions.Tell("exceptions", $"expected [{string.Join("; ", wanted)}], found [{string.Join("; ", ours)}] in \"{alike[0].Own}\"");
        }

        // A page whose expectations say that they are a sample can hold more statements, but no rating that is not expected.
        var sample = Text(_expected, "recommendationsNote")?.Contains("sample", StringComparison.OrdinalIgnoreCase) == true;
        foreach (var invented in rest.Where(found => !sample || found.Rating is not null))
        {
            score.Invented++;
            score.Tell("invented", Say(invented));
        }

        static string Say(FoundRecommendation found) => $"{found.Direction?.Value ?? "?"} {found.Rating?.Strength}|{found.Rating?.Evidence} \"{found.Quotation}\" ({found.Rule}, {found.Direction?.Rule})";
    }

    private static bool Right(JsonElement expected, FoundRecommendation found) =>
        Same(Text(expected, "direction"), found.Direction?.Value) && Same(Text(expected, "strength"), found.Rating?.Strength) && Same(Text(expected, "evidence"), found.Rating?.Evidence);

    private void References()
    {
        var score = Kinds["5 references"];
        var rest = _found.References.ToList();
        foreach (var expected in List(_expected, "references", "list"))
        {
            var found = rest.FirstOrDefault(reference => Text(expected, "number") is { } number ? reference.Number?.ToString(CultureInfo.InvariantCulture) == number : Text(expected, "pmid") is { } pmid ? reference["pmid"] == pmid : false);
            if (found is null)
            {
                score.Missed++;
                score.Tell("missed", expected.GetRawText().ReplaceLineEndings(" "));
                continue;
            }

            rest.Remove(found);
            var wrong = Wrong(expected, found).ToList();
            if (wrong.Count == 0)
                score.Found++;
            else
                score.Wrong++;
            wrong.ForEach(detail => score.Tell($"wrong {found.Label}", detail));
        }

        // Lists that name a few references only say so by their count.
        if (!_expected.TryGetProperty("references", out var references) || (references.TryGetProperty("count", out var count) && count.GetInt32() > List(references, "list").Count()))
            return;
        score.Invented += rest.Count;
        rest.ForEach(reference => score.Tell("invented", reference.Printed));
    }

    private static IEnumerable<string> Wrong(JsonElement expected, FoundReference found)
    {
        foreach (var (key, ours) in new[] { ("pmid", found["pmid"]), ("pmcid", found["pmcid"]), ("doi", found["doi"]), ("accessed", found["accessed"]), ("year", found["year"]), ("journal", found["container"]), ("firstAuthor", found.Authors.Count > 0 ? found.Authors[0] : null), ("volume", found["volume"]), ("pages", found["pages"]), ("url", Address(found["url"])) })
        {
            if (expected.TryGetProperty(key, out _) && !Same(Text(expected, key), ours) && !(key == "url" && Same(Text(expected, key), found["url"])))
                yield return $"{key}: expected \"{Text(expected, key)}\", found \"{ours}\"";
        }
    }

    /// <summary>Addresses of PubMed and DOI resolvers are identifiers in another form; expectations leave them out.</summary>
    private static string? Address(string? url) => url is null || url.Contains("ncbi.nlm.nih.gov", StringComparison.Ordinal) || url.Contains("doi.org/", StringComparison.Ordinal) ? null : url;

    private void Statistics()
    {
        var score = Kinds["6 statistics"];
        if (!_expected.TryGetProperty("statistics", out _))
            return;
        var rest = _found.Statistics.ToList();
        foreach (var expected in List(_expected, "statistics"))
        {
            var found = rest.FirstOrDefault(statistic => SameNumber(Text(expected, "value"), statistic.Value) && SameNumber(Text(expected, "ciLow"), statistic.Low) && SameNumber(Text(expected, "ciHigh"), statistic.High));
            if (found is null)
            {
                score.Missed++;
                score.Tell("missed", expected.GetRawText().ReplaceLineEndings(" "));
                continue;
            }

            rest.Remove(found);
            var right = SameNumber(Text(expected, "ciLevelPercent"), found.Level) && (Text(expected, "measure") is not { } measure || Same(measure, found.Measure?.Value) || Same(measure, "risk ratio") && found.Measure?.Value == "relative-risk");
            if (right)
                score.Found++;
            else
                score.Wrong++;
            if (!right)
                score.Tell("wrong", $"expected {Text(expected, "measure")}, found {found.Measure?.Value} {found.Level} % in \"{found.Snippet}\"");
        }

        score.Invented += rest.Count;
        rest.ForEach(statistic => score.Tell("invented", statistic.Snippet));
    }

    /// <summary>Expected counts are the telling ones, not every figure of the page: none counts as invented.</summary>
    private void Counts()
    {
        var score = Kinds["7 counts"];
        var rest = _found.Counts.ToList();
        foreach (var expected in List(_expected, "counts"))
        {
            var alike = rest.Where(count => Fits(expected, "n", count.Count) && Fits(expected, "percent", count.Percent)).OrderByDescending(count => Fits(expected, "N", count.Of)).ToList();
            if (alike.Count == 0)
                score.Missed++;
            else if (!Fits(expected, "N", alike[0].Of))
                score.Wrong++;
            else
                score.Found++;
            if (alike.Count == 0 || !Fits(expected, "N", alike[0].Of))
                score.Tell("counts", $"{Text(expected, "snippet")} → {(alike.Count == 0 ? "not found" : $"of {alike[0].Of}")}");
            if (alike.Count > 0)
                rest.Remove(alike[0]);
        }

        static bool Fits(JsonElement expected, string key, object? ours) => Text(expected, key) is { } text ? SameNumber(text, Convert.ToString(ours, CultureInfo.InvariantCulture)) : ours is null;
    }

    private void Citations()
    {
        var score = Kinds["8 citations"];
        foreach (var expected in List(_expected, "citationMarkers"))
        {
            var (before, numbers) = (Plain(Text(expected, "before")), List(expected, "numbers").Select(number => number.GetInt32()).ToList());
            if (_found.Citations.Any(citation => Plain(citation.Before).EndsWith(before[^Math.Min(before.Length, 20)..], StringComparison.Ordinal) && citation.Numbers.SequenceEqual(numbers)))
                score.Found++;
            else
                score.Missed++;
        }
    }
}
