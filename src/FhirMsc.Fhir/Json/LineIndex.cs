using System.Text;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Json;

/// <summary>
/// Turns what a node keeps as its position into line and column. For JSON that is a byte offset, and the table of line starts is built when the first
/// position is asked for; readers that know lines and columns themselves (XML) hand them in.
/// </summary>
internal sealed class LineIndex
{
    private readonly ReadOnlyMemory<byte> source;
    private readonly (int Line, int Column)[]? known;
    private readonly Lock gate = new();
    private int[]? starts;

    public LineIndex(ReadOnlyMemory<byte> source) => this.source = source;

    public LineIndex((int Line, int Column)[] known) => this.known = known;

    public SourcePosition Find(string? name, int position)
    {
        if (known is not null)
        {
            var (knownLine, knownColumn) = known[position];
            return new SourcePosition(name, knownLine, knownColumn);
        }

        var table = starts ?? Build();
        var line = Array.BinarySearch(table, position);
        line = line < 0 ? ~line - 1 : line;
        var column = Encoding.UTF8.GetCharCount(source.Span[table[line]..Math.Min(position, source.Length)]);
        return new SourcePosition(name, line + 1, column + 1, position);
    }

    private int[] Build()
    {
        lock (gate)
        {
            if (starts is null)
            {
                var found = new List<int> { 0 };
                var span = source.Span;
                for (var at = span.IndexOf((byte)'\n'); at >= 0;)
                {
                    found.Add(at + 1);
                    var step = span[(at + 1)..].IndexOf((byte)'\n');
                    at = step < 0 ? -1 : at + 1 + step;
                }

                starts = [.. found];
            }

            return starts;
        }
    }
}
