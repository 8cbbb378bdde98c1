using FhirMsc.Content.Reading;
using FhirMsc.Content.Reading.Yaml;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Changes;

/// <summary>
/// Compares two versions of a content file, element by element. Items of lists are matched by what identifies them, so that an item that moved is no change
/// and an item that was put in between does not change all behind it.
/// </summary>
public sealed class ContentComparison
{
    /// <summary>Keys that identify an item among its neighbours, the best first.</summary>
    private static readonly string[] Identifying = ["id", "label", "code", "arm", "system", "codeSystem", "when", "measure"];

    private readonly List<ContentChange> changes = [];
    private readonly ChangeWords words;

    private ContentComparison(SourceNode before, SourceNode after) => words = new ChangeWords(before, after);

    /// <summary>Compares two files.</summary>
    /// <param name="before">The former version, UTF-8 YAML.</param>
    /// <param name="beforeName">Its name for positions.</param>
    /// <param name="after">The new version.</param>
    /// <param name="afterName">Its name for positions.</param>
    /// <returns>The changes in the order of the new content, removals where they stood; and what is wrong with the files as YAML.</returns>
    public static (IReadOnlyList<ContentChange> Changes, IReadOnlyList<Issue> Issues) Compare(Stream before, string beforeName, Stream after, string afterName)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (first, second) = (new Report(), new Report());
        var (left, right) = (YamlLoader.Load(before, beforeName, first), YamlLoader.Load(after, afterName, second));
        IReadOnlyList<Issue> issues = [.. first.Issues, .. second.Issues];
        if (left is null || right is null)
        {
            return ([], issues);
        }

        var comparison = new ContentComparison(left, right);
        comparison.Compare([], left, right);
        return (comparison.changes, issues);
    }

    /// <summary>What identifies an item of a list; <see langword="null"/> if it must be found by its place.</summary>
    internal static string? IdentityOf(SourceNode item) => item switch
    {
        SourceMap map => Identifying.Select(key => map.Entries.FirstOrDefault(entry => entry.Key == key)?.Value).OfType<SourceScalar>().FirstOrDefault()?.Text,
        SourceScalar scalar => scalar.Text,
        _ => null,
    };

    private void Compare(IReadOnlyList<ChangeStep> path, SourceNode before, SourceNode after)
    {
        switch (before, after)
        {
            case (SourceMap left, SourceMap right):
                Maps(path, left, right);
                break;
            case (SourceList left, SourceList right):
                Lists(path, left, right);
                break;
            case (SourceScalar left, SourceScalar right):
                if (Normal(left.Text) != Normal(right.Text))
                {
                    changes.Add(words.Changed(path, Normal(left.Text), Normal(right.Text), right.Position));
                }

                break;
            default:
                changes.Add(words.Changed(path, before.Shape, after.Shape, after.Position));
                break;
        }
    }

    private void Maps(IReadOnlyList<ChangeStep> path, SourceMap before, SourceMap after)
    {
        foreach (var gone in before.Entries.Where(entry => after.Entries.All(other => other.Key != entry.Key)))
        {
            changes.Add(ChangeWords.Removed([.. path, new ChangeStep(gone.Key, null)], gone.Value));
        }

        foreach (var entry in after.Entries)
        {
            IReadOnlyList<ChangeStep> below = [.. path, new ChangeStep(entry.Key, null)];
            if (before.Entries.FirstOrDefault(other => other.Key == entry.Key) is { } former)
            {
                Compare(below, former.Value, entry.Value);
            }
            else
            {
                changes.Add(ChangeWords.Added(below, entry.Value));
            }
        }
    }

    private void Lists(IReadOnlyList<ChangeStep> path, SourceList before, SourceList after)
    {
        var (left, right) = (Keyed(before), Keyed(after));
        foreach (var (key, gone) in left.Where(item => !right.ContainsKey(item.Key)))
        {
            changes.Add(ChangeWords.Removed(Item(path, key), gone));
        }

        foreach (var (key, item) in right)
        {
            if (left.TryGetValue(key, out var former))
            {
                Compare(Item(path, key), former, item);
            }
            else
            {
                changes.Add(ChangeWords.Added(Item(path, key), item));
            }
        }
    }

    /// <summary>Items by their identity; where two share one, or have none, by place among their likes.</summary>
    private static Dictionary<string, SourceNode> Keyed(SourceList list)
    {
        var keyed = new Dictionary<string, SourceNode>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            var key = IdentityOf(item) ?? string.Empty;
            for (var number = 1; !keyed.TryAdd(number == 1 && key.Length > 0 ? key : $"{key}#{number}", item); number++)
            {
                // The next number is tried.
            }
        }

        return keyed;
    }

    private static IReadOnlyList<ChangeStep> Item(IReadOnlyList<ChangeStep> path, string key) => [.. path.SkipLast(1), path[^1] with { Item = key }];

    /// <summary>Folding of long lines is no change.</summary>
    private static string Normal(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
