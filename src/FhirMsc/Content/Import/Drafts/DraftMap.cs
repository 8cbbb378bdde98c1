using System.Globalization;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>A map; its keys keep their order.</summary>
internal sealed class DraftMap : DraftNode
{
    private readonly List<KeyValuePair<string, DraftNode>> _entries = [];

    /// <summary>Keys and values in order.</summary>
    public IReadOnlyList<KeyValuePair<string, DraftNode>> Entries => _entries;

    /// <summary>The value of a key; <see langword="null"/> when it is absent.</summary>
    public DraftNode? this[string key] => _entries.Where(entry => entry.Key == key).Select(entry => entry.Value).FirstOrDefault();

    /// <summary>Name of the map among its sisters in a list: its <c>id</c>, or the <c>label</c> of a reference.</summary>
    public string? Name => Text("id") ?? Text("label") ?? Text("code");

    /// <summary>Text of a key.</summary>
    public string? Text(string key) => (this[key] as DraftText)?.Value;

    /// <summary>Sets a key, at its place if it is there, otherwise at the end. <see langword="null"/> changes nothing.</summary>
    public DraftMap Set(string key, DraftNode? value)
    {
        if (value is null or DraftList { Items.Count: 0 } or DraftMap { Entries.Count: 0 })
            return this;
        var at = _entries.FindIndex(entry => entry.Key == key);
        if (at < 0)
            _entries.Add(new(key, value));
        else
            _entries[at] = new(key, value);
        return this;
    }

    /// <summary>Sets a text.</summary>
    public DraftMap Set(string key, string? value) => Set(key, value is null ? null : new DraftText(value));

    /// <summary>Sets a number.</summary>
    public DraftMap Set(string key, int? value) => Set(key, value is null ? null : new DraftText(value.Value.ToString(CultureInfo.InvariantCulture), bare: true));

    /// <summary>Sets a flag; <see langword="false"/> is left out.</summary>
    public DraftMap Set(string key, bool value) => Set(key, value ? new DraftText("true", bare: true) : null);

    /// <summary>Adds an empty map under a key that is not there, to be filled.</summary>
    public DraftMap Make(string key)
    {
        var made = new DraftMap();
        _entries.Add(new(key, made));
        return made;
    }

    /// <summary>Takes a key out.</summary>
    public void Remove(string key) => _entries.RemoveAll(entry => entry.Key == key);
}
