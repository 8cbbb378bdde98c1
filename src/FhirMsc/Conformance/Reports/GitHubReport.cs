using FhirMsc.Conformance.Runs;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Reports;

/// <summary>
/// Workflow commands of GitHub Actions: annotations at the line of a file. The runner keeps ten errors, ten warnings and ten notices of a step and drops the
/// others without a word, so the worst come first come first served and the rest goes to the log as plain text, with its number.
/// </summary>
internal sealed class GitHubReport(TextWriter output, ReportSettings settings) : IReport
{
    private const int Kept = 10;

    private readonly Dictionary<string, int> written = new(StringComparer.Ordinal);
    private int rest;

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public void Add(CheckedDocument document)
    {
        foreach (var resource in document.Resources)
        {
            foreach (var finding in resource.Findings.Where(finding => finding.Counts && (finding.Issue.Severity != Severity.Information || settings.Verbose) && (finding.Issue.IsError || !settings.Quiet)))
            {
                Add(document, resource, finding);
            }
        }
    }

    /// <inheritdoc/>
    public void End(RunSummary summary, IReadOnlyList<Issue> others)
    {
        foreach (var issue in others)
        {
            Write(issue.Severity, issue.Position is { Source: { } source } at ? (settings.Root.Relative(source), at.Line, at.Column) : null, issue.Kind.Id, issue.Text);
        }

        if (rest > 0)
        {
            output.WriteLine($"{rest} more {(rest == 1 ? "finding is" : "findings are")} in the log above only, because GitHub shows {Kept} annotations of each severity for a step.");
        }

        if (!settings.Quiet)
        {
            output.WriteLine(summary);
        }

        output.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Add(CheckedDocument document, CheckedResource resource, Finding finding)
    {
        var issue = finding.Issue;
        var text = $"{(issue.Path.Length == 0 ? string.Empty : $"{issue.Path}: ")}{issue.Text}";
        var notes = Wording.Notes(finding).Where(note => note.Name != "content").Select(note => $"{note.Name}: {note.Words}");
        var file = document.Document.File;
        if (finding.Origin is { Position: { Source: { } source } origin } from)
        {
            // The annotation stands at the content; where the generated file has it is said in words.
            var page = from.Place is { } place ? $"page: {Wording.Of(place)}" : null;
            string?[] lines = [text, $"in {settings.Root.Relative(file.Path)}:{Wording.At(issue.Position)}{(finding.IsDrifted ? ", which is not what the content gives now: run 'fhirmsc generate'" : string.Empty)}", page, .. notes];
            Write(issue.Severity, (settings.Root.Relative(source), origin.Line, origin.Column), issue.Kind.Id, string.Join('\n', lines.OfType<string>()));
            return;
        }

        string[] all = [text, .. resource.Entry is null ? [] : new[] { $"in {resource.Label}" }, .. document.Document.Member is null ? [] : new[] { $"in {document.Name}" }, .. notes];
        Write(
            issue.Severity,
            file.IsStandardInput ? null : (settings.Root.Relative(file.Path), document.Document.Member is null ? issue.Position?.Line : null, document.Document.Member is null ? issue.Position?.Column : null),
            issue.Kind.Id,
            string.Join('\n', all));
    }

    private void Write(Severity severity, (string File, int? Line, int? Column)? place, string title, string text)
    {
        var command = severity switch
        {
            Severity.Fatal or Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "notice",
        };
        var number = written[command] = written.GetValueOrDefault(command) + 1;
        if (number > Kept)
        {
            rest++;
            output.WriteLine($"{command} {title} {(place is { } at ? $"{Wording.Line(at.File)}:{at.Line}:{at.Column}" : string.Empty)} {Wording.Line(text)}");
            return;
        }

        var properties = new List<string>();
        if (place is var (file, line, column))
        {
            properties.Add($"file={Property(file)}");
            properties.AddRange(line is null ? [] : [$"line={line}", $"col={column}"]);
        }

        properties.Add($"title={Property(title)}");
        output.WriteLine($"::{command} {string.Join(',', properties)}::{Data(text)}");
    }

    /// <summary>What the runner unescapes in the text of a command.</summary>
    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>In its properties, colons and commas as well.</summary>
    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
