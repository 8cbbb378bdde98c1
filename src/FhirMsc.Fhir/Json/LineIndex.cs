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
    private Mark? last;

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
        var end = Math.Min(position, source.Length);

        // Issues come in the order of the text, and a text may be one long line: counting goes on where it ended last.
        var from = Volatile.Read(ref last) is { } mark && mark.Line == line && mark.Position <= end ? mark : new Mark(line, table[line], 0);
        var column = from.Column + Encoding.UTF8.GetCharCount(source.Span[from.Position..end]);
        Volatile.Write(ref last, new Mark(line, end, column));
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

    /// <summary>A place whose column is known.</summary>
    /// <param name="Line">Line, counted from 0.</param>
    /// <param name="Position">Byte offset in the source.</param>
    /// <param name="Column">Characters before it in its line.</param>
    private sealed record Mark(int Line, int Position, int Column);
}
