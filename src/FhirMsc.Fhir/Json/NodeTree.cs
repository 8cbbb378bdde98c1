using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Json;

/// <summary>
/// One text (a resource, a Bundle, a request) as a tree of nodes in one array. Immutable and safe to share between threads. It keeps the source bytes:
/// whoever handed them in must not change them afterwards.
/// </summary>
public sealed class NodeTree
{
    private readonly string[] extraNames;
    private readonly Dictionary<string, int>? extraNumbers;
    private readonly LineIndex lines;

    internal NodeTree(NodeData[] nodes, ReadOnlyMemory<byte> text, bool isJsonText, string[] extraNames, Dictionary<string, int>? extraNumbers, LineIndex lines, string? source)
    {
        Nodes = nodes;
        Text = text;
        IsJsonText = isJsonText;
        this.extraNames = extraNames;
        this.lines = lines;
        Source = source;
        this.extraNumbers = extraNumbers;
    }

    /// <summary>Name of the source as the reader was given it, for positions.</summary>
    public string? Source { get; }

    /// <summary>The outermost node.</summary>
    public Node Root => new(this, 0);

    /// <summary>How many nodes the tree holds, the root included.</summary>
    public int Count => Nodes.Length;

    internal NodeData[] Nodes { get; }

    /// <summary>The bytes that values lie in: the source itself for JSON, a buffer of decoded values for other forms.</summary>
    internal ReadOnlyMemory<byte> Text { get; }

    /// <summary>Whether string values in <see cref="Text"/> are in JSON's spelling, so that a JSON writer may copy them.</summary>
    internal bool IsJsonText { get; }

    /// <summary>The node with a number, as <see cref="Node.Index"/> gives it.</summary>
    public Node this[int index] => (uint)index < (uint)Nodes.Length ? new Node(this, index) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The number that a name has in this tree; -1 if no node of the tree and no element of FHIR has it.</summary>
    public int FindName(string name)
    {
        var number = NameTable.Fhir.Find(name);
        return number >= 0 ? number : extraNumbers?.GetValueOrDefault(name, -1) ?? -1;
    }

    internal string NameOf(int number) => number < NameTable.Fhir.Count ? NameTable.Fhir[number] : extraNames[number - NameTable.Fhir.Count];

    internal SourcePosition PositionOf(int position) => lines.Find(Source, position);
}
