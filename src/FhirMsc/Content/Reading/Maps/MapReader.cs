using FhirMsc.Content.Reading.Yaml;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Reading.Maps;

/// <summary>
/// Reads one YAML map key by key and remembers which keys were asked for, so that <see cref="Close"/> can name the others. A missing or bad value
/// is reported and replaced by a blank, so that one pass finds everything; whoever reads on must take no blank for a fact.
/// </summary>
internal sealed partial class MapReader
{
    private readonly Dictionary<string, SourceEntry> _entries;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly SourceMap? _map;
    private readonly string _kind;
    private readonly Place? _around;
    private Place? _place;
    private bool _placeTold;

    private MapReader(SourceMap? map, string path, string kind, Report report, MapReader? around)
    {
        _map = map;
        _entries = (map?.Entries ?? []).ToDictionary(entry => entry.Key, StringComparer.Ordinal);
        _kind = kind;
        _around = around?._place ?? around?._around;
        _placeTold = around?._placeTold ?? false;
        Path = map?.Path ?? path;
        Report = report;
    }

    /// <summary>Key path of the map.</summary>
    public string Path { get; }

    /// <summary>Takes the findings.</summary>
    public Report Report { get; }

    /// <summary>Whether there is a map at all. If not, nothing in it is reported as missing: what is missing is the map.</summary>
    public bool Exists => _map is not null;

    /// <summary>Reads a whole map.</summary>
    /// <param name="node">The node; anything but a map is reported.</param>
    /// <param name="kind">Kind of map: the name of its definition in the JSON Schema.</param>
    /// <param name="report">Takes the findings, the places and the keys asked for.</param>
    /// <param name="read">Asks for every key the kind may have, whether it is there or not.</param>
    public static T Read<T>(SourceNode node, string kind, Report report, Func<MapReader, T> read)
    {
        var map = node as SourceMap;
        if (map is null)
            report.Add(ContentIssues.WrongType, node.Path, Name(node.Path), "a map of keys", node.Shape);
        return new MapReader(map, node.Path, kind, report, null).Run(read);
    }

    /// <summary>Origin of a fact of the page: reads <c>place</c>, or takes that of the fact around.</summary>
    /// <param name="required">Whether a place must be given here or around.</param>
    public Origin Fact(bool required = true)
    {
        if (Scalar("place", new KeyShape(KeyKind.Text, false)) is { } scalar)
        {
            if (PlaceText.TryParse(scalar.Text, out _place))
                Report.Places.Add((scalar.Path, _place));
            else
                TellPlace(ContentIssues.BadPlace, scalar.Path, scalar.Text);
        }
        else if (required && _around is null && Exists && !_placeTold)
        {
            TellPlace(ContentIssues.MissingPlace, Path);
        }

        _place ??= _around;
        return Ours() with { Place = _place };
    }

    /// <summary>Reports a bad or missing place once, not again for every fact in this one.</summary>
    private void TellPlace(IssueKind kind, string path, string? text = null)
    {
        Report.Add(kind, path, text);
        _placeTold = true;
    }

    /// <summary>Origin of something that is ours and has no place in the page.</summary>
    public Origin Ours() => new(Path, _map?.Position ?? new SourcePosition(null, 1, 1));

    /// <summary>A map that must be there.</summary>
    public T Map<T>(string key, string kind, Func<MapReader, T> read)
    {
        var node = Value(key, new KeyShape(KeyKind.Map, true, kind));
        return Nested(node, key, kind).Run(read);
    }

    /// <summary>A map that may be left out.</summary>
    public T? OptionalMap<T>(string key, string kind, Func<MapReader, T> read)
        where T : class
    {
        var node = Value(key, new KeyShape(KeyKind.Map, false, kind));
        return node is null ? null : Nested(node, key, kind).Run(read);
    }

    /// <summary>A list of maps.</summary>
    public IReadOnlyList<T> Maps<T>(string key, string kind, Func<MapReader, T> read, bool required = false)
    {
        var shape = new KeyShape(KeyKind.Maps, required, kind);
        return Value(key, shape) switch
        {
            null => [],
            SourceList list => [.. list.Items.Select(item => Nested(item, key, kind)).Where(item => item.Exists).Select(item => item.Run(read))],
            var other => Wrong<T>(other, key, "a list"),
        };
    }

    private static string Name(string path) => path.Length == 0 ? "the document" : $"\"{path[(path.LastIndexOf('.') + 1)..]}\"";

    private T Run<T>(Func<MapReader, T> read)
    {
        var result = read(this);
        Close();
        return result;
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    private void Close()
    {
        foreach (var entry in _entries.Values.Where(entry => !_asked.Contains(entry.Key)))
        {
            var hint = Nearest.Hint(entry.Key, _asked);
            var known = string.Join(", ", _asked.Order(StringComparer.Ordinal));
            Report.AddAt(ContentIssues.UnknownKey, KeyPath.Key(Path, entry.Key), entry.KeyPosition, entry.Key, hint, known);
        }
    }

    private MapReader Nested(SourceNode? node, string key, string kind)
    {
        if (node is not null and not SourceMap)
            Report.Add(ContentIssues.WrongType, node.Path, Name(node.Path), "a map of keys", node.Shape);
        return new MapReader(node as SourceMap, node?.Path ?? KeyPath.Key(Path, key), kind, Report, this);
    }

    private IReadOnlyList<T> Wrong<T>(SourceNode node, string key, string wanted)
    {
        Report.Add(ContentIssues.WrongType, node.Path, $"\"{key}\"", wanted, node.Shape);
        return [];
    }

    /// <summary>The node of a key; <see langword="null"/> when the key is absent or its value empty.</summary>
    private SourceNode? Value(string key, KeyShape shape)
    {
        _asked.Add(key);
        Report.Ledger.Note(_kind, key, shape);
        if (!_entries.TryGetValue(key, out var entry))
        {
            if (shape.Required && Exists)
                Report.Add(ContentIssues.MissingKey, Path, key, _kind);
            return null;
        }

        if (!entry.Value.IsNull)
            return entry.Value;
        Report.AddAt(ContentIssues.EmptyValue, entry.Value.Path, entry.KeyPosition, key);
        return null;
    }

    private SourceScalar? Scalar(string key, KeyShape shape)
    {
        var node = Value(key, shape);
        if (node is null or SourceScalar)
            return node as SourceScalar;
        Report.Add(ContentIssues.WrongType, node.Path, $"\"{key}\"", "a single value", node.Shape);
        return null;
    }
}
