using System.Text;
using FhirMsc.Fhir.Issues;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FhirMsc.Content.Reading.Yaml;

/// <summary>
/// Turns YAML into nodes with positions. Anchors, aliases, tags and further documents are refused: content is plain data, and expanding
/// aliases is how small files become big ones. Built on the parser's events, because the library's own node tree stops at the first repeated key.
/// </summary>
internal sealed class YamlLoader
{
    /// <summary>Largest content file in bytes. The biggest guideline known has less than a tenth of it.</summary>
    public const int MaximumBytes = 2 * 1024 * 1024;

    private const int MaximumDepth = 24;

    private readonly Parser _parser;
    private readonly string? _name;
    private readonly Report _report;

    private YamlLoader(TextReader text, string? name, Report report)
    {
        _parser = new Parser(text);
        _name = name;
        _report = report;
    }

    /// <summary>Loads one document.</summary>
    /// <param name="stream">UTF-8, with or without byte order mark.</param>
    /// <param name="name">Name for positions.</param>
    /// <param name="report">Takes the findings and the positions.</param>
    /// <returns>The root; <see langword="null"/> when there is none, and then the report says why.</returns>
    public static SourceNode? Load(Stream stream, string? name, Report report)
    {
        var start = new SourcePosition(name, 1, 1);
        var bytes = ReadBounded(stream);
        if (bytes.Length > MaximumBytes)
        {
            report.AddAt(ContentIssues.TooLarge, start, MaximumBytes);
            return null;
        }

        try
        {
            using var text = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return new YamlLoader(new StringReader(text.ReadToEnd()), name, report).Document();
        }
        catch (DecoderFallbackException)
        {
            report.AddAt(ContentIssues.NotUtf8, start);
        }
        catch (YamlException problem)
        {
            report.AddAt(ContentIssues.Syntax, At(name, problem.Start), problem.Message);
        }

        return null;
    }

    private static byte[] ReadBounded(Stream stream)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        while (kept.Length <= MaximumBytes && stream.Read(buffer) is var read and > 0)
            kept.Write(buffer, 0, read);
        return kept.ToArray();
    }

    private static SourcePosition At(string? name, Mark mark) => new(name, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private SourceNode? Document()
    {
        Next<StreamStart>();
        if (_parser.MoveNext() && _parser.Current is not DocumentStart)
        {
            _report.AddAt(ContentIssues.Empty, new SourcePosition(_name, 1, 1));
            return null;
        }

        _parser.MoveNext();
        var root = Node(string.Empty, 0);
        Next<DocumentEnd>();
        if (_parser.MoveNext() && _parser.Current is DocumentStart second)
            _report.AddAt(ContentIssues.SeveralDocuments, At(_name, second.Start));
        return root;
    }

    private void Next<T>()
        where T : ParsingEvent
    {
        if (!_parser.MoveNext() || _parser.Current is not T)
            throw new YamlException(_parser.Current?.Start ?? Mark.Empty, _parser.Current?.End ?? Mark.Empty, "The document ends too early.");
    }

    /// <summary>Reads the node whose first event is the current one; leaves its last event current.</summary>
    private SourceNode Node(string path, int depth)
    {
        var current = _parser.Current!;
        var position = At(_name, current.Start);
        _report.Locate(path, position);
        if (depth > MaximumDepth)
            throw new YamlException(current.Start, current.End, $"More than {MaximumDepth} levels of nesting.");
        Refuse(current, path, position);
        return current switch
        {
            Scalar scalar => new SourceScalar(path, position, scalar.Value, scalar.Style != ScalarStyle.Plain),
            SequenceStart => new SourceList(path, position, Items(path, depth)),
            MappingStart => new SourceMap(path, position, Entries(path, depth)),
            _ => new SourceScalar(path, position, string.Empty, false),
        };
    }

    private void Refuse(ParsingEvent current, string path, SourcePosition position)
    {
        var node = current as NodeEvent;
        if (current is AnchorAlias || node is { Anchor.IsEmpty: false })
            _report.AddAt(ContentIssues.Anchor, path, position, path);
        if (node is { Tag: { IsEmpty: false, IsNonSpecific: false } tag })
            _report.AddAt(ContentIssues.Tag, path, position, tag.Value);
    }

    private List<SourceNode> Items(string path, int depth)
    {
        var items = new List<SourceNode>();
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
            items.Add(Node(KeyPath.Item(path, items.Count), depth + 1));
        return items;
    }

    private List<SourceEntry> Entries(string path, int depth)
    {
        var entries = new List<SourceEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            var keyAt = At(_name, _parser.Current!.Start);
            var key = Node(KeyPath.Key(path, "?"), depth + 1);
            _parser.MoveNext();
            if (key is not SourceScalar { Text: var name })
            {
                _report.AddAt(ContentIssues.KeyNotText, keyAt);
                Node(KeyPath.Key(path, "?"), depth + 1);
            }
            else if (lines.TryAdd(name, keyAt.Line))
            {
                entries.Add(new SourceEntry(name, keyAt, Node(KeyPath.Key(path, name), depth + 1)));
            }
            else
            {
                _report.AddAt(ContentIssues.DuplicateKey, keyAt, name, lines[name]);
                Node(KeyPath.Key(path, "?"), depth + 1);
            }
        }

        return entries;
    }
}
