using System.Buffers;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Json;

/// <summary>
/// One text (a resource, a Bundle, a request) as a tree of nodes in one array. Immutable (until <see cref="Release"/>) and safe to share between threads. It keeps the source bytes:
/// whoever handed them in must not change them afterwards.
/// </summary>
public sealed class NodeTree
{
    private readonly string[] extraNames;
    private readonly Dictionary<string, int>? extraNumbers;
    private readonly LineIndex lines;
    private bool lent;

    internal NodeTree(NodeData[] nodes, int count, bool lent, ReadOnlyMemory<byte> text, bool isJsonText, string[] extraNames, Dictionary<string, int>? extraNumbers, LineIndex lines, string? source)
    {
        Nodes = nodes;
        Count = count;
        this.lent = lent;
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
    public int Count { get; private set; }

    /// <summary>The nodes, and behind <see cref="Count"/> nothing of this tree.</summary>
    internal NodeData[] Nodes { get; private set; }

    /// <summary>The bytes that values lie in: the source itself for JSON, a buffer of decoded values for other forms.</summary>
    internal ReadOnlyMemory<byte> Text { get; private set; }

    /// <summary>Whether string values in <see cref="Text"/> are in JSON's spelling, so that a JSON writer may copy them.</summary>
    internal bool IsJsonText { get; }

    /// <summary>The node with a number, as <see cref="Node.Index"/> gives it.</summary>
    public Node this[int index] => (uint)index < (uint)Count ? new Node(this, index) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The number that a name has in this tree; -1 if no node of the tree and no element of FHIR has it.</summary>
    public int FindName(string name)
    {
        var number = NameTable.Fhir.Find(name);
        if (number >= 0 || name.Length == 0)
        {
            return number >= 0 ? number : NodeTreeBuilder.NoName;
        }

        var index = extraNumbers is null ? Array.IndexOf(extraNames, name) : extraNumbers.GetValueOrDefault(name, -1);
        return index < 0 ? -1 : NodeTreeBuilder.NoName + 1 + index;
    }

    /// <summary>
    /// Gives back the memory of a tree that <see cref="JsonParser.ParseLent"/> read, for the next one to use; does nothing to other trees. To be called when nobody will look
    /// at the tree or its nodes any more: whoever does all the same gets an exception and not another's data.
    /// </summary>
    public void Release()
    {
        if (!lent)
        {
            return;
        }

        var nodes = Nodes;
        lent = false;
        Nodes = [];
        Count = 0;
        Text = default;
        ArrayPool<NodeData>.Shared.Return(nodes);
    }

    internal string NameOf(int number) =>
        number < NodeTreeBuilder.NoName ? NameTable.Fhir[number] : number == NodeTreeBuilder.NoName ? string.Empty : extraNames[number - NodeTreeBuilder.NoName - 1];

    internal SourcePosition PositionOf(int position) => lines.Find(Source, position);
}
