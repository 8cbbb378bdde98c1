using FhirMsc.Artifacts;

namespace FhirMsc.Publishing.Searching;

/// <summary>What <c>_sort</c> goes by: the least value of a parameter going up, the greatest going down; resources without one come last either way.</summary>
internal sealed record SortKey(bool IsMissing, DateTime Time, decimal Number, string Text) : IComparable<SortKey>
{
    /// <summary>The key of a resource.</summary>
    public static SortKey Of(IReadOnlyList<SearchValue> values, bool isDown)
    {
        var keys = values.Select(value => new SortKey(false, isDown ? value.Time?.Last ?? default : value.Time?.First ?? default, isDown ? value.Range?.Greatest ?? 0 : value.Range?.Least ?? 0, SearchText.Plain(value.Text ?? value.Display ?? string.Empty))).Order().ToList();
        return keys.Count == 0 ? new SortKey(true, default, 0, string.Empty) : keys[isDown ? ^1 : 0];
    }

    /// <summary>Sorts by a key, or within what is sorted already.</summary>
    public static IOrderedEnumerable<Artifact> Apply(IOrderedEnumerable<Artifact>? sorted, IEnumerable<Artifact> found, Func<Artifact, SortKey> key, bool isDown)
    {
        var byPresence = sorted is null ? found.OrderBy(artifact => key(artifact).IsMissing) : sorted.ThenBy(artifact => key(artifact).IsMissing);
        return isDown ? byPresence.ThenByDescending(key) : byPresence.ThenBy(key);
    }

    /// <inheritdoc/>
    public int CompareTo(SortKey? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = Time.CompareTo(other.Time);
        order = order != 0 ? order : Number.CompareTo(other.Number);
        return order != 0 ? order : string.CompareOrdinal(Text, other.Text);
    }
}
