using System.Globalization;
using System.Text.Json;

namespace FhirMsc.Suites;

/// <summary>Runs suites and writes what came of them.</summary>
public sealed class Scoreboard(string directory)
{
    private readonly List<(string Suite, int Passed, int Total, IReadOnlyList<CaseResult> Results)> rows = [];

    /// <summary>Runs a suite and writes its row; a suite that is not there is said to be missing.</summary>
    public void Run(ISuite suite, TextWriter output, bool failures)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(output);
        if (!Directory.Exists(Path.Combine(directory, suite.Name)))
        {
            output.WriteLine($"{suite.Name,-24} not in {directory}");
            return;
        }

        var results = suite.Run(directory).ToList();
        var passed = results.Count(result => result.Outcome == CaseOutcome.Passed);
        var total = results.Count(result => result.Outcome != CaseOutcome.Skipped);
        rows.Add((suite.Name, passed, total, results));
        WriteRow(output, suite.Name, passed, total);
        foreach (var group in results.Where(result => result.Group is not null && result.Outcome != CaseOutcome.Skipped).GroupBy(result => result.Group))
        {
            WriteRow(output, $"  {group.Key}", group.Count(result => result.Outcome == CaseOutcome.Passed), group.Count());
        }

        foreach (var part in results.SelectMany(result => result.Parts).GroupBy(part => part.Key, part => part.Value))
        {
            WriteRow(output, $"  {part.Key}", part.Sum(count => count.Met), part.Sum(count => count.Total));
        }

        foreach (var result in failures ? results.Where(result => result.Outcome == CaseOutcome.Failed) : [])
        {
            output.WriteLine($"    {result.Id}: {result.Detail}");
        }
    }

    /// <summary>Writes everything as JSON: one object a suite, with the names of the failed cases.</summary>
    public void WriteJson(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        foreach (var (suite, passed, total, results) in rows)
        {
            json.WriteStartObject();
            json.WriteString("suite", suite);
            json.WriteNumber("passed", passed);
            json.WriteNumber("total", total);
            json.WriteNumber("percent", Math.Round(Percent(passed, total), 2));
            json.WriteNumber("skipped", results.Count(result => result.Outcome == CaseOutcome.Skipped));
            json.WriteStartArray("failed");
            foreach (var result in results.Where(result => result.Outcome == CaseOutcome.Failed))
            {
                json.WriteStartObject();
                json.WriteString("case", result.Id);
                json.WriteString("detail", result.Detail);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRow(TextWriter output, string name, int passed, int total) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} {passed,6} {total,6} {Percent(passed, total),7:F1} %"));

    private static decimal Percent(int passed, int total) => total == 0 ? 0 : 100m * passed / total;
}
