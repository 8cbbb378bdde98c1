using System.Collections;

namespace FhirMsc.Fhir.Json;

/// <summary>The children of a node in document order, without <c>resourceType</c>. Enumerates without allocating.</summary>
public readonly struct NodeChildren : IEnumerable<Node>
{
    private readonly NodeTree tree;
    private readonly int first;

    internal NodeChildren(NodeTree tree, int first)
    {
        this.tree = tree;
        this.first = first;
    }

    /// <summary>Starts before the first child.</summary>
    public Enumerator GetEnumerator() => new(tree, first);

    IEnumerator<Node> IEnumerable<Node>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks the links between siblings.</summary>
    public struct Enumerator : IEnumerator<Node>
    {
        private readonly NodeTree tree;
        private readonly int first;
        private int next;
        private int current;

        internal Enumerator(NodeTree tree, int first)
        {
            this.tree = tree;
            this.first = first;
            next = first;
        }

        /// <inheritdoc/>
        public readonly Node Current => new(tree, current);

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext()
        {
            var nodes = tree.Nodes;
            while (next != 0)
            {
                current = next;
                next = nodes[current].NextSibling;
                if (nodes[current].Name != NameTable.Fhir.ResourceType || (nodes[current].Flags & NodeFlags.Element) != 0)
                {
                    return true;
                }
            }

            return false;
        }

        /// <inheritdoc/>
        public void Reset() => next = first;

        /// <inheritdoc/>
        public readonly void Dispose()
        {
        }
    }
}
