using System.Buffers;
using System.Text;

namespace FhirMsc.Fhir.Json;

/// <summary>Grows the array of nodes while a reader reads. One reader, one thread; <see cref="Finish"/> ends it.</summary>
internal sealed class NodeTreeBuilder : IDisposable
{
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

    public int Count { get; private set; }

    /// <summary>The number of a name, new for names that FHIR and this tree have not had.</summary>
    public int NumberOf(ReadOnlySpan<byte> name)
    {
        var number = NameTable.Fhir.Find(name);
        return number >= 0 ? number : NumberOf(Encoding.UTF8.GetString(name));
    }

    /// <inheritdoc cref="NumberOf(ReadOnlySpan{byte})"/>
    public int NumberOf(string name)
    {
        var number = NameTable.Fhir.Find(name);
        if (number >= 0)
        {
            return number;
        }

        extraNumbers ??= new Dictionary<string, int>(StringComparer.Ordinal);
        extraNames ??= [];
        if (!extraNumbers.TryGetValue(name, out number))
        {
            number = NameTable.Fhir.Count + extraNames.Count;
            extraNumbers.Add(name, number);
            extraNames.Add(name);
        }

        return number;
    }

    public string NameOf(int number) => number < NameTable.Fhir.Count ? NameTable.Fhir[number] : extraNames![number - NameTable.Fhir.Count];

    public ref NodeData At(int index) => ref nodes[index];

    /// <summary>Adds a node behind its parent's last child; the first node added is the root and its own parent.</summary>
    public int Add(int parent, int name, int position, NodeFlags flags) => Add(new NodeData { Name = name, Parent = parent, Position = position, Flags = flags });

    /// <summary>The same with all that the node is, but for its links to others than its parent.</summary>
    public int Add(in NodeData node)
    {
        var index = Count;
        if (index == nodes.Length)
        {
            Grow();
        }

        nodes[index] = node;
        Count = index + 1;
        var last = lastChild;
        last[index] = 0;
        if (index != 0)
        {
            ref var before = ref last[node.Parent];
            if (before == 0)
            {
                nodes[node.Parent].FirstChild = index;
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
    public NodeTree Finish(ReadOnlyMemory<byte> text, bool isJsonText, LineIndex lines, string? source)
    {
        // All of it is written right away, so there is no need to clear it before.
        var finished = GC.AllocateUninitializedArray<NodeData>(Count);
        nodes.AsSpan(0, Count).CopyTo(finished);
        return new(finished, text, isJsonText, extraNames is null ? [] : [.. extraNames], extraNumbers, lines, source);
    }

    public void Dispose()
    {
        ArrayPool<NodeData>.Shared.Return(nodes);
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
