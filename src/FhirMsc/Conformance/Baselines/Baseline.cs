using System.Globalization;
using FhirMsc.Conformance.Inputs;
using FhirMsc.Conformance.Traces;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Conformance.Baselines;

/// <summary>
/// Known findings. Those it excuses do not count; an entry that has expired excuses nothing, so its finding counts again; one that met nothing is reported,
/// so that the list only ever gets shorter by itself.
/// </summary>
/// <param name="name">Name of the file.</param>
/// <param name="entries">Its entries.</param>
/// <param name="root">What file names are relative to.</param>
/// <param name="today">The day that expiry is judged by.</param>
public sealed class Baseline(string name, IReadOnlyList<BaselineEntry> entries, SourceRoot root, DateOnly today)
{
    private readonly Rule[] rules = [.. entries.Select(entry => new Rule(entry))];
    private readonly HashSet<string> checkedFiles = new(StringComparer.Ordinal);

    /// <summary>Name of the file.</summary>
    public string Name { get; } = name;

    /// <summary>Marks a finding that an entry excuses or has excused.</summary>
    /// <param name="finding">A finding with its fingerprint.</param>
    /// <param name="file">Path of the file on the command line.</param>
    public Finding Judge(Finding finding, string file)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var relative = root.Relative(file);
        var meeting = rules.Where(rule => rule.Meets(finding, relative)).ToList();
        meeting.ForEach(rule => rule.Met = true);
        return meeting.Find(rule => rule.Entry.Expires >= today) is { } rule ? finding with { Known = rule.Entry }
            : meeting is [var first, ..] ? finding with { Expired = first.Entry }
            : finding;
    }

    /// <summary>Notes that a file was checked, so that entries for it that met nothing are stale.</summary>
    public void Saw(string file) => checkedFiles.Add(root.Relative(file));

    /// <summary>The entries that met nothing although a file they are for was checked.</summary>
    public IReadOnlyList<Issue> Stale() =>
    [
        .. rules.Where(rule => !rule.Met && checkedFiles.Any(rule.IsFor)).Select(rule => BaselineIssues.Stale.At(
            string.Empty,
            rule.Entry.Position ?? new SourcePosition(Name, 1, 1),
            rule.Entry.Fingerprint ?? $"{rule.Entry.Code} {rule.Entry.Path}".TrimEnd(),
            string.Create(CultureInfo.InvariantCulture, $"until {rule.Entry.Expires:yyyy-MM-dd}: {rule.Entry.Reason}"))),
    ];

    private sealed class Rule(BaselineEntry entry)
    {
        private readonly PathPattern? file = entry.File is null ? null : new PathPattern(entry.File);
        private readonly string[]? path = entry.Path?.Split('*');

        public BaselineEntry Entry { get; } = entry;

        public bool Met { get; set; }

        public bool IsFor(string relative) => file is null || file.Matches(relative);

        public bool Meets(Finding finding, string relative) =>
            (Entry.Fingerprint is null || Entry.Fingerprint == finding.Fingerprint)
            && (Entry.Code is null || Entry.Code == finding.Issue.Kind.Id)
            && (Entry.Text is null || finding.Issue.Text.Contains(Entry.Text, StringComparison.Ordinal))
            && IsFor(relative)
            && (path is null || Fits(finding.Issue.Path));

        /// <summary>Indexes stand in brackets, so the path knows only the star.</summary>
        private bool Fits(string found)
        {
            if (path!.Length == 1)
            {
                return found == path[0];
            }

            if (!found.StartsWith(path[0], StringComparison.Ordinal))
            {
                return false;
            }

            var at = path[0].Length;
            for (var i = 1; i < path.Length - 1; i++)
            {
                var next = found.IndexOf(path[i], at, StringComparison.Ordinal);
                if (next < 0)
                {
                    return false;
                }

                at = next + path[i].Length;
            }

            return found.Length - at >= path[^1].Length && found.EndsWith(path[^1], StringComparison.Ordinal);
        }
    }
}
