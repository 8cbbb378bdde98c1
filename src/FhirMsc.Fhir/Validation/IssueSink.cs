using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation;

/// <summary>
/// Takes what one validation finds. Paths and positions are worked out at the end, for what is still there: findings of a trial (does this target conform
/// to that profile?) are dropped again.
/// </summary>
internal sealed class IssueSink
{
    private readonly List<Entry> entries = [];

    /// <summary>How many findings there are; hand it to <see cref="Drop"/> to forget those that come later.</summary>
    public int Count => entries.Count;

    /// <summary>Reports a kind at a node.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="at">Where.</param>
    /// <param name="arguments">What goes into the places of the kind's text.</param>
    public void Report(IssueKind kind, Node at, params ReadOnlySpan<object?> arguments) => Report(kind, kind.Severity, at, null, null, null, arguments);

    /// <summary>Reports a kind at a node, with all that may be known of it.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="severity">How bad it is here; null reports nothing.</param>
    /// <param name="at">Where.</param>
    /// <param name="profile">The profile that states the rule.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="fix">What would mend it.</param>
    /// <param name="arguments">What goes into the places of the kind's text.</param>
    public void Report(IssueKind kind, Severity? severity, Node at, string? profile, string? rule, string? fix, params ReadOnlySpan<object?> arguments)
    {
        if (severity is { } known)
        {
            entries.Add(new Entry(at, kind.At(string.Empty, null, arguments) with { Severity = known, Profile = profile, Rule = rule, Fix = fix }));
        }
    }

    /// <summary>Takes over an issue that was found by other means, at a node.</summary>
    public void Add(Issue issue, Node at) => entries.Add(new Entry(at, issue));

    /// <summary>Whether there is an error among the findings from a number on.</summary>
    public bool HasErrorSince(int count)
    {
        for (var i = count; i < entries.Count; i++)
        {
            if (entries[i].Issue.IsError)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The texts of the errors from a number on, for saying why something does not conform.</summary>
    public IEnumerable<string> ErrorsSince(int count) => entries.Skip(count).Where(entry => entry.Issue.IsError).Select(entry => entry.Issue.Text);

    /// <summary>Forgets everything from a number on.</summary>
    public void Drop(int count) => entries.RemoveRange(count, entries.Count - count);

    /// <summary>All findings with their places, in the order they were made, each once.</summary>
    public IReadOnlyList<Issue> Finish()
    {
        if (entries.Count == 0)
        {
            return [];
        }

        var paths = entries.GroupBy(entry => entry.At.Tree).ToDictionary(group => group.Key, group => new NodePaths(group.Key, group.Select(entry => entry.At.Index)));
        var seen = new HashSet<(NodeTree, int, string, string)>();
        var issues = new List<Issue>(entries.Count);
        foreach (var (at, issue) in entries)
        {
            // Two profiles that state the same rule give one finding.
            if (seen.Add((at.Tree, at.Index, issue.Kind.Id, issue.Text)))
            {
                issues.Add(issue with { Path = at is { Index: 0, ResourceType: null } ? string.Empty : paths[at.Tree][at.Index], Position = at.Position });
            }
        }

        return issues;
    }

    private readonly record struct Entry(Node At, Issue Issue);
}
