using System.Runtime.InteropServices;

namespace FhirMsc.Fhir.Json;

/// <summary>
/// One node as it lies in memory, 32 bytes. Links are indexes into the tree's array; 0 means none, since the root is nobody's child and nobody's sibling.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NodeData
{
    /// <summary>Number of the name, see <see cref="NameTable"/>.</summary>
    public int Name;

    public int Parent;

    public int FirstChild;

    public int NextSibling;

    /// <summary>Where the value's bytes start in the tree's text; for JSON strings, behind the opening quote.</summary>
    public int ValueStart;

    public int ValueLength;

    /// <summary>Where the node starts in the source: a byte offset for JSON, an index into the line table for others.</summary>
    public int Position;

    public NodeKind Kind;

    public NodeFlags Flags;
}
