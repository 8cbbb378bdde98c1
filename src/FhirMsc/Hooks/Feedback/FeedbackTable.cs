using System.Globalization;

namespace FhirMsc.Hooks.Feedback;

/// <summary>A feedback report as lines of text and as CSV (RFC 4180).</summary>
public static class FeedbackTable
{
    private const string Unknown = "(unknown card)";
    private const string NoReason = "(no reason)";

    private static readonly string[] Columns = ["service", "recommendation", "answered", "accepted", "acceptance_rate", "overridden", "override_rate", "reason", "reason_count", "reason_rate"];

    /// <summary>Writes a table for people.</summary>
    public static void WriteText(FeedbackReport report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine($"Feedback from {Day(report.From)} to {Day(report.To)}. A card counts once, as reported last; cards that nobody answered are in no figure.");
        if (report.Lines.Count == 0)
        {
            output.WriteLine("There is none.");
            return;
        }

        List<string[]> rows = [["service", "recommendation", "answered", "accepted", "overridden", "reasons"]];
        foreach (var line in report.Lines)
        {
            var reasons = line.Reasons.Select(reason => $"{reason.Reason ?? NoReason} {Number(reason.Cards)} ({Percent(line.Rate(reason.Cards))})").ToList();
            rows.Add([line.Service, line.Recommendation ?? Unknown, Number(line.Answered), $"{Number(line.Accepted)} ({Percent(line.AcceptanceRate)})", $"{Number(line.Overridden)} ({Percent(line.OverrideRate)})", reasons.FirstOrDefault() ?? string.Empty]);
            rows.AddRange(reasons.Skip(1).Select(reason => new[] { string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, reason }));
        }

        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    /// <summary>Writes CSV: one row for each reason, and one for a recommendation that was never overridden.</summary>
    public static void WriteCsv(FeedbackReport report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(string.Join(',', Columns) + "\r\n");
        foreach (var line in report.Lines)
        {
            string[] start = [line.Service, line.Recommendation ?? Unknown, Number(line.Answered), Number(line.Accepted), Rate(line.AcceptanceRate), Number(line.Overridden), Rate(line.OverrideRate)];
            var ends = line.Reasons.Count == 0 ? [[string.Empty, "0", "0"]] : line.Reasons.Select(reason => new[] { reason.Reason ?? NoReason, Number(reason.Cards), Rate(line.Rate(reason.Cards)) });
            foreach (var end in ends)
            {
                output.Write(string.Join(',', start.Concat(end).Select(Cell)) + "\r\n");
            }
        }
    }

    /// <summary>Quotes where the comma, the quote or a line break needs it, and defuses what a spreadsheet would take for a formula.</summary>
    private static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Rate(decimal rate) => rate.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Percent(decimal rate) => (rate * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
