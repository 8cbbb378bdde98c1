using FhirMsc.Content.Import.Drafts;
using FhirMsc.Content.Reading;
using FhirMsc.Content.Reading.Chapters;
using FhirMsc.Content.Reading.Checks;
using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.Reading.Yaml;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content;

/// <summary>Reads a content file (YAML). Whatever is wrong is a finding with file, line and column, and all findings come at once.</summary>
public static class ContentReader
{
    /// <summary>Largest size of a content file, in bytes.</summary>
    public const int MaximumBytes = YamlLoader.MaximumBytes;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file; also its name in positions.</param>
    /// <returns>The guideline or the findings; a file that can't be opened is a finding.</returns>
    public static ContentResult Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            var issue = ContentIssues.Unreadable.At(string.Empty, new SourcePosition(path, 1, 1), Reason(problem));
            return new ContentResult { Issues = [issue], Positions = new Dictionary<string, SourcePosition>() };
        }
    }

    /// <summary>Reads a stream to its end or to the largest size allowed; leaves it open.</summary>
    /// <param name="stream">UTF-8 YAML.</param>
    /// <param name="name">Name for positions; <see langword="null"/> if there is only one source.</param>
    public static ContentResult Read(Stream stream, string? name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var report = new Report();
        var guideline = Read(stream, name, report);
        return new ContentResult { Guideline = report.HasErrors ? null : guideline, Issues = report.Issues, Positions = report.Positions };
    }

    /// <summary>
    /// Reads a file that is known to be good, without the checks that take most of the time: for whoever only wants to know where things stand in it.
    /// </summary>
    /// <returns>The guideline; <see langword="null"/> if the file can't be read as one. References inside it need not resolve.</returns>
    internal static Guideline? ReadUnchecked(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var report = new Report();
            var guideline = YamlLoader.Load(stream, path, report) is { } root ? MapReader.Read(root, "guideline", report, GuidelineChapter.Read) : null;
            return report.HasErrors ? null : guideline;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // Whoever asks can do without it.
            return null;
        }
    }

    /// <summary>Reads a stream into a report, which afterwards also knows all places and all keys that were asked for.</summary>
    /// <returns>The guideline, with blanks for what the report says is wrong; <see langword="null"/> when there is no YAML to read.</returns>
    internal static Guideline? Read(Stream stream, string? name, Report report)
    {
        if (YamlLoader.Load(stream, name, report) is not { } root)
            return null;
        root = ImportRecord.Take(root, report);
        var guideline = MapReader.Read(root, "guideline", report, GuidelineChapter.Read);
        foreach (var check in ContentChecks.All)
            check.Check(guideline, report);
        return guideline;
    }

    private static string Reason(Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file.",
        UnauthorizedAccessException => "access is denied, or it is a directory.",
        _ => "the system refuses to open it.",
    };
}
