using System.Globalization;
using FhirMsc.Content.Reading;
using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.Reading.Yaml;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Baselines;

/// <summary>Reads a baseline: YAML, and therefore JSON too.</summary>
public static class BaselineReader
{
    /// <summary>What the key <c>schema</c> must say.</summary>
    public const string Schema = "fhirmsc-baseline/1";

    /// <summary>Reads a stream to its end; leaves it open.</summary>
    /// <param name="stream">The text, UTF-8.</param>
    /// <param name="name">Name for positions.</param>
    /// <returns>The entries, or none and everything that is wrong.</returns>
    public static (IReadOnlyList<BaselineEntry>? Entries, IReadOnlyList<Issue> Issues) Read(Stream stream, string name)
    {
        var report = new Report();
        var entries = YamlLoader.Load(stream, name, report) is { } root
            ? MapReader.Read(root, "baseline", report, map => Entries(map, report))
            : [];
        return (report.HasErrors ? null : entries, report.Issues);
    }

    private static IReadOnlyList<BaselineEntry> Entries(MapReader map, Report report)
    {
        map.Text("schema", text => text == Schema, BaselineIssues.BadSchema);
        return map.Maps("findings", "baselineEntry", entry => Entry(entry, report));
    }

    private static BaselineEntry Entry(MapReader map, Report report)
    {
        Origin origin = map.Ours();
        var entry = new BaselineEntry
        {
            Fingerprint = map.OptionalText("fingerprint"),
            Code = map.OptionalText("code"),
            Path = map.OptionalText("path"),
            File = map.OptionalText("file"),
            Text = map.OptionalText("text"),
            Reason = map.Text("reason"),
            Expires = DateOnly.TryParseExact(
                map.Text("expires", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), BaselineIssues.BadExpiry),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day) ? day : default,
            Position = origin.Position,
        };
        if (entry.Fingerprint is null && entry.Code is null)
        {
            report.Add(BaselineIssues.NoTarget, map.Path);
        }

        return entry;
    }
}
