using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace FhirMsc.Fhir.Json;

/// <summary>Grows the array of nodes while a reader reads. One reader, one thread; <see cref="Finish"/> ends it.</summary>
internal sealed class NodeTreeBuilder : IDisposable
{
    /// <summary>More names than a CDS Hooks call has that are not FHIR's; so many need a table.</summary>
    private const int FewExtra = 24;

    private Dictionary<string, int>? extraNumbers;
    private List<string>? extraNames;
    private NodeData[] nodes;
    private int[] lastChild;

    /// <param name="expected">A guess at the number of nodes; a wrong one only costs time.</param>
    public NodeTreeBuilder(int expected)
    {
        nodes = ArrayPool<NodeData>.Shared.Rent(Math.Max(16, expected));
        lastChild = ArrayPool<int>.Shared.Rent(nodes.Length);
    }

    /// <summary>The number of the empty name, which roots have. Behind it come the names of the tree's own.</summary>
    public static int NoName { get; } = NameTable.Fhir.Count;

    public int Count { get; private set; }

    /// <summary>The number of a name, new for names that FHIR and this tree have not had.</summary>
    public int NumberOf(ReadOnlySpan<byte> name)
    {
        var number = NameTable.Fhir.Find(name);
        return number >= 0 ? number : name.IsEmpty ? NoName : ExtraNumberOf(Encoding.UTF8.GetString(name));
    }

    /// <inheritdoc cref="NumberOf(ReadOnlySpan{byte})"/>
    public int NumberOf(string name)
    {
        var number = NameTable.Fhir.Find(name);
        return number >= 0 ? number : name.Length == 0 ? NoName : ExtraNumberOf(name);
    }

    private int ExtraNumberOf(string name)
    {
        extraNames ??= new List<string>(FewExtra);
        var index = extraNumbers is null ? extraNames.IndexOf(name) : extraNumbers.GetValueOrDefault(name, -1);
        if (index < 0)
        {
            index = extraNames.Count;
            extraNames.Add(name);
            extraNumbers?.Add(name, index);
            if (extraNames.Count == FewExtra)
            {
                extraNumbers = new Dictionary<string, int>(FewExtra * 2, StringComparer.Ordinal);
                for (var i = 0; i < FewExtra; i++)
                {
                    extraNumbers.Add(extraNames[i], i);
                }
            }
        }

        return NoName + 1 + index;
    }

    public string NameOf(int number) => number < NoName ? NameTable.Fhir[number] : number == NoName ? string.Empty : extraNames![number - NoName - 1];

    public ref NodeData At(int index) => ref nodes[index];

    /// <summary>Adds a node behind its parent's last child; the first node added is the root and its own parent.</summary>
    public int Add(int parent, int name, int position, NodeFlags flags)
    {
        var index = Link(parent);
        nodes[index] = new NodeData { Name = name, Parent = parent, Position = position, Flags = flags };
        return index;
    }

    /// <summary>The same for a string without escapes.</summary>
    /// <param name="parent">The parent.</param>
    /// <param name="name">Number of the name.</param>
    /// <param name="start">Where the opening quote is.</param>
    /// <param name="length">Bytes between the quotes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int AddText(int parent, int name, int start, int length)
    {
        var index = Link(parent);
        nodes[index] = new NodeData { Name = name, Parent = parent, Position = start, Kind = NodeKind.String, ValueStart = start + 1, ValueLength = length };
        return index;
    }

    /// <summary>Takes a place for a node behind its parent's last child.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Link(int parent)
    {
        var index = Count;
        if (index == nodes.Length)
        {
            Grow();
        }

        Count = index + 1;
        var last = lastChild;
        last[index] = 0;
        if (index != 0)
        {
            ref var before = ref last[parent];
            if (before == 0)
            {
                nodes[parent].FirstChild = index;
            }
            else
            {
                nodes[before].NextSibling = index;
            }

            before = index;
        }

        return index;
    }

    /// <summary>Adds a node right behind a sibling, so that items of one array stay together.</summary>
    public int AddAfter(int sibling, int position, NodeFlags flags)
    {
        var parent = nodes[sibling].Parent;
        var index = New(parent, nodes[sibling].Name, position, flags);
        nodes[index].NextSibling = nodes[sibling].NextSibling;
        nodes[sibling].NextSibling = index;
        if (lastChild[parent] == sibling)
        {
            lastChild[parent] = index;
        }

        return index;
    }

    /// <summary>Takes a child out of the links; its slot stays unused.</summary>
    /// <param name="parent">The parent.</param>
    /// <param name="previous">The sibling before it; 0 if it is the first child.</param>
    /// <param name="child">The child.</param>
    public void Unlink(int parent, int previous, int child)
    {
        if (previous == 0)
        {
            nodes[parent].FirstChild = nodes[child].NextSibling;
        }
        else
        {
            nodes[previous].NextSibling = nodes[child].NextSibling;
        }

        if (lastChild[parent] == child)
        {
            lastChild[parent] = previous;
        }
    }

    /// <summary>The finished tree. The builder must not be used after.</summary>
    /// <param name="text">See <see cref="NodeTree.Text"/>.</param>
    /// <param name="isJsonText">See <see cref="NodeTree.IsJsonText"/>.</param>
    /// <param name="lines">Finds lines in the source.</param>
    /// <param name="source">Name of the source.</param>
    /// <param name="lend">Whether the tree gets the array as it is and gives it back itself, see <see cref="NodeTree.Release"/>.</param>
    public NodeTree Finish(ReadOnlyMemory<byte> text, bool isJsonText, LineIndex lines, string? source, bool lend = false)
    {
        var finished = nodes;
        if (lend)
        {
            nodes = [];
        }
        else
        {
            // All of it is written right away, so there is no need to clear it before.
            finished = GC.AllocateUninitializedArray<NodeData>(Count);
            nodes.AsSpan(0, Count).CopyTo(finished);
        }

        return new(finished, Count, lend, text, isJsonText, extraNames is null ? [] : [.. extraNames], extraNumbers, lines, source);
    }

    public void Dispose()
    {
        if (nodes.Length > 0)
        {
            ArrayPool<NodeData>.Shared.Return(nodes);
        }

        ArrayPool<int>.Shared.Return(lastChild);
        nodes = [];
        lastChild = [];
    }

    private int New(int parent, int name, int position, NodeFlags flags)
    {
        if (Count == nodes.Length)
        {
            Grow();
        }

        nodes[Count] = new NodeData { Name = name, Parent = parent, Position = position, Flags = flags };
        lastChild[Count] = 0;
        return Count++;
    }

    private void Grow()
    {
        var moreNodes = ArrayPool<NodeData>.Shared.Rent(Count * 2);
        var moreLast = ArrayPool<int>.Shared.Rent(moreNodes.Length);
        nodes.AsSpan(0, Count).CopyTo(moreNodes);
        lastChild.AsSpan(0, Count).CopyTo(moreLast);
        Dispose();
        nodes = moreNodes;
        lastChild = moreLast;
    }
}
