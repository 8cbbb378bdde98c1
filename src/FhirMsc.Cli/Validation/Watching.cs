using System.Threading.Channels;
using FhirMsc.Conformance;
using FhirMsc.Conformance.Inputs;
using FhirMsc.Conformance.Reports;
using FhirMsc.Conformance.Runs;

namespace FhirMsc.Cli.Validation;

/// <summary>
/// <c>--watch</c>: checks everything once, then again whatever changes, and tells which findings are new and which are gone. Changes that come together are
/// taken together, since editors and generators write many files in a row. Ends when it is stopped, with the exit code of what then holds.
/// </summary>
internal sealed class Watching(ValidateSession session, TextWriter output, ReportSettings settings, FailOn failOn)
{
    /// <summary>How long nothing must have changed before the changes are looked at.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<string, IReadOnlyList<CheckedDocument>> known = new(StringComparer.Ordinal);

    /// <summary>Runs until it is stopped.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var changes = Channel.CreateUnbounded<string>();
        var watchers = Watch(changes.Writer);
        try
        {
            using var report = ReportFormats.Text.Create(output, settings with { Quiet = true });
            await foreach (var document in session.Check(session.Files, session.Baseline(), stop))
            {
                report.Add(document);
                Keep(document);
            }

            output.WriteLine($"{Summary()} Watching; Ctrl+C ends.");
            output.Flush();
            while (true)
            {
                await RoundAsync(await NextAsync(changes.Reader, stop), stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            output.WriteLine(Summary());
            output.Flush();
            return failOn.Fails(Summary()) ? ExitCode.Findings : ExitCode.Fine;
        }
        finally
        {
            watchers.ForEach(watcher => watcher.Dispose());
        }
    }

    private List<FileSystemWatcher> Watch(ChannelWriter<string> changes)
    {
        var folders = session.Files.Select(file => Path.GetDirectoryName(Path.GetFullPath(file.Path))!).Distinct().ToList();
        return [.. folders.Select(folder =>
        {
            var watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
            watcher.Changed += (_, change) => changes.TryWrite(change.FullPath);
            watcher.Created += (_, change) => changes.TryWrite(change.FullPath);
            watcher.Deleted += (_, change) => changes.TryWrite(change.FullPath);
            watcher.Renamed += (_, change) =>
            {
                changes.TryWrite(change.OldFullPath);
                changes.TryWrite(change.FullPath);
            };
            watcher.EnableRaisingEvents = true;
            return watcher;
        })];
    }

    /// <summary>The next changes, when there has been quiet after them.</summary>
    private static async Task<HashSet<string>> NextAsync(ChannelReader<string> changes, CancellationToken stop)
    {
        var changed = new HashSet<string>([await changes.ReadAsync(stop)], StringComparer.Ordinal);
        while (true)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(Quiet);
            try
            {
                changed.Add(await changes.ReadAsync(patience.Token));
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                return changed;
            }
        }
    }

    private async Task RoundAsync(HashSet<string> changed, CancellationToken stop)
    {
        // A new file counts if its neighbours came along with their folder; a file that has gone takes its findings with it.
        var folders = session.Files.Where(file => !file.IsNamed).Select(file => Path.GetDirectoryName(Path.GetFullPath(file.Path))).ToHashSet(StringComparer.Ordinal);
        var files = session.Files.Where(file => changed.Contains(Path.GetFullPath(file.Path)))
            .Concat(changed.Where(path => !known.ContainsKey(path) && folders.Contains(Path.GetDirectoryName(path)) && InputFile.FormOf(path) is InputForm.Single or InputForm.Lines)
                .Select(path => new InputFile(Path.GetRelativePath(Directory.GetCurrentDirectory(), path), InputFile.FormOf(path), IsNamed: false)))
            .Where(file => File.Exists(file.Path))
            .DistinctBy(file => Path.GetFullPath(file.Path))
            .ToList();
        var gone = changed.Where(path => known.ContainsKey(path) && !File.Exists(path)).ToList();
        if (files.Count + gone.Count == 0)
        {
            return;
        }

        var before = files.Select(file => Path.GetFullPath(file.Path)).Concat(gone).SelectMany(path => known.GetValueOrDefault(path, [])).SelectMany(Counting).ToDictionary(finding => finding.Fingerprint);
        gone.ForEach(path => known.Remove(path));
        files.ForEach(file => known.Remove(Path.GetFullPath(file.Path)));
        var after = new Dictionary<string, Finding>(StringComparer.Ordinal);
        await foreach (var document in session.Check(files, session.Baseline(), stop))
        {
            Keep(document);
            foreach (var finding in Counting(document))
            {
                after[finding.Fingerprint] = finding;
            }
        }

        foreach (var finding in before.Values.Where(finding => !after.ContainsKey(finding.Fingerprint)))
        {
            output.WriteLine($"- {Line(finding)}");
        }

        foreach (var finding in after.Values.Where(finding => !before.ContainsKey(finding.Fingerprint)))
        {
            output.WriteLine($"+ {Line(finding)}");
        }

        output.WriteLine($"{files.Count} {(files.Count == 1 ? "file" : "files")} checked again. {Summary()}");
        output.Flush();
    }

    private void Keep(CheckedDocument document)
    {
        var path = Path.GetFullPath(document.Document.File.Path);
        known[path] = [.. known.GetValueOrDefault(path, []), document];
    }

    private IEnumerable<Finding> Counting(CheckedDocument document) => document.Findings.Where(finding => finding.Counts && (finding.Issue.IsError || !settings.Quiet));

    private RunSummary Summary() => known.Values.SelectMany(documents => documents).Aggregate(new RunSummary(), (summary, document) => summary.With(document));

    private static string Line(Finding finding) => string.Concat(finding.Issue.ToString().Select(c => char.IsControl(c) ? ' ' : c));
}
