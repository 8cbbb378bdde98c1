using FhirMsc.Content.Reading.Maps;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Reading;

/// <summary>Collects findings and knows where every key path stands in the file.</summary>
internal sealed class Report
{
    private readonly List<Issue> _issues = [];
    private readonly Dictionary<string, SourcePosition> _positions = new(StringComparer.Ordinal);

    /// <summary>Every place given in the content with the key path of the place, for checking.</summary>
    public List<(string Path, Place Place)> Places { get; } = [];

    /// <summary>The keys that the reader asked for.</summary>
    public KeyLedger Ledger { get; } = new();

    /// <summary>Whether one of the findings is an error.</summary>
    public bool HasErrors => _issues.Any(issue => issue.IsError);

    /// <summary>Line and column by key path.</summary>
    public IReadOnlyDictionary<string, SourcePosition> Positions => _positions;

    /// <summary>All findings in the order of the file, each once.</summary>
    public IReadOnlyList<Issue> Issues =>
        [.. _issues.Distinct().OrderBy(issue => issue.Position?.Line ?? 0).ThenBy(issue => issue.Position?.Column ?? 0).ThenBy(issue => issue.Kind.Id, StringComparer.Ordinal)];

    /// <summary>Remembers where a path stands.</summary>
    public void Locate(string path, SourcePosition position) => _positions[path] = position;

    /// <summary>Reports at a key path; where the file has no such path, at the nearest one around it.</summary>
    public void Add(IssueKind kind, string path, params ReadOnlySpan<object?> arguments) =>
        _issues.Add(kind.At(path, Position(path), arguments));

    /// <summary>Reports at a position.</summary>
    public void AddAt(IssueKind kind, SourcePosition position, params ReadOnlySpan<object?> arguments) =>
        _issues.Add(kind.At(string.Empty, position, arguments));

    /// <summary>Reports at the key itself rather than its value.</summary>
    public void AddAt(IssueKind kind, string path, SourcePosition position, params ReadOnlySpan<object?> arguments) =>
        _issues.Add(kind.At(path, position, arguments));

    private SourcePosition? Position(string path)
    {
        for (var at = path; ;)
        {
            if (_positions.TryGetValue(at, out var position))
                return position;
            var cut = at.AsSpan().LastIndexOfAny('.', '[');
            if (cut < 0)
                return _positions.TryGetValue(string.Empty, out var root) ? root : null;
            at = at[..cut];
        }
    }
}
