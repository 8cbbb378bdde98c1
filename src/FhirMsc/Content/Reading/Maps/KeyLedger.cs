namespace FhirMsc.Content.Reading.Maps;

/// <summary>Which keys the reader asked each kind of map for. It is what the JSON Schema is compared with, so that the two cannot drift apart.</summary>
internal sealed class KeyLedger
{
    private readonly Dictionary<string, Dictionary<string, KeyShape>> _kinds = new(StringComparer.Ordinal);

    /// <summary>The kinds of maps seen, with their keys.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, KeyShape>> Kinds => _kinds;

    /// <summary>Notes that a kind of map may have a key.</summary>
    public void Note(string kind, string key, KeyShape shape)
    {
        if (!_kinds.TryGetValue(kind, out var keys))
            _kinds[kind] = keys = new(StringComparer.Ordinal);
        keys[key] = shape;
    }
}
