using System.Globalization;
using FhirMsc.Conformance.Runs;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Reports;

/// <summary>How reports put things, so that all of them say the same.</summary>
internal static class Wording
{
    /// <summary>Lower-case name of a severity, as FHIR has it.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Fatal => "fatal",
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "information",
    };

    /// <summary><c>covid19-data, sentence 17</c>: a place in the page.</summary>
    public static string Of(Place place) => (place.First, place.Last) switch
    {
        (null, _) => $"section {place.Section}",
        var (first, last) when last is null || last == first => string.Create(CultureInfo.InvariantCulture, $"section {place.Section}, sentence {first}"),
        var (first, last) => string.Create(CultureInfo.InvariantCulture, $"section {place.Section}, sentences {first} to {last}"),
    };

    /// <summary>What tells a resource apart in its file: the file in the package, the line, the entry.</summary>
    public static string Label(CheckedDocument document, CheckedResource resource)
    {
        var text = document.Document;
        return Line(text.Member is { } member ? $"{member} {resource.Label}" : text.FirstLine > 1 && resource.Entry is null ? $"line {text.FirstLine} {resource.Label}" : resource.Label);
    }

    /// <summary>Line and column as <c>12:5</c>; nothing for an unknown place.</summary>
    public static string At(SourcePosition? position) => position is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Line}:{at.Column}") : string.Empty;

    /// <summary>Where the content is that produced an element, with its place in the page; <see langword="null"/> for what is not ours.</summary>
    public static string? Trace(Finding finding) => finding.Origin is not { } origin ? null
        : $"{origin.Position}{(origin.Place is { } place ? $" (page: {Of(place)})" : string.Empty)}{(finding.IsDrifted ? "; the file is not what the content gives now: run 'fhirmsc generate'" : string.Empty)}";

    /// <summary>What the baseline says of a finding; <see langword="null"/> if nothing.</summary>
    public static string? Baseline(Finding finding) =>
        finding.Known is { } known ? string.Create(CultureInfo.InvariantCulture, $"known until {known.Expires:yyyy-MM-dd}: {known.Reason}")
        : finding.Expired is { } expired ? string.Create(CultureInfo.InvariantCulture, $"the baseline excused this until {expired.Expires:yyyy-MM-dd}: {expired.Reason}")
        : null;

    /// <summary>
    /// A text on one line without control characters: what comes from a resource must neither move a terminal's cursor nor start a line that a build
    /// server takes for a command.
    /// </summary>
    public static string Line(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => c is '\n' or '\r' or '\t' ? ' ' : char.IsControl(c) ? '\uFFFD' : c)) : text;

    /// <summary>Everything that is said of a finding besides its text, as name and words.</summary>
    public static IEnumerable<(string Name, string Words)> Notes(Finding finding)
    {
        (string Name, string? Words)[] notes =
        [
            ("profile", finding.Profile),
            ("rule", finding.Rule),
            ("fix", finding.Fix),
            ("content", Trace(finding)),
            ("sentence", finding.Sentence is { } sentence ? $"“{sentence}”" : null),
            ("baseline", Baseline(finding)),
        ];
        return notes.Where(note => note.Words is not null).Select(note => (note.Name, Line(note.Words!)));
    }
}
