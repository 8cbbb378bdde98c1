namespace FhirMsc.Conformance.Inputs;

/// <summary>Cuts a stream into lines without holding more than one of them. A line that is too long comes cut, one byte longer than allowed, so that its reader refuses it.</summary>
internal sealed class LineReader(Stream stream, int longest)
{
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool ended;

    /// <summary>Number of the line that was read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Byte offset of the line that was read last.</summary>
    public long Offset { get; private set; }

    private long Consumed { get; set; }

    /// <summary>The next line without its end; <see langword="null"/> after the last. The bytes are the caller's own.</summary>
    public ReadOnlyMemory<byte>? Next()
    {
        for (var scanned = 0; ;)
        {
            var at = buffer.AsSpan(start + scanned, end - start - scanned).IndexOf((byte)'\n');
            if (at >= 0)
            {
                return Take(scanned + at, 1);
            }

            scanned = end - start;
            if (scanned > longest)
            {
                return TakeLong();
            }

            if (ended)
            {
                // Not a conditional expression: null would become an array, and the array an empty line.
                if (scanned == 0)
                {
                    return null;
                }

                return Take(scanned, 0);
            }

            Fill();
        }
    }

    private ReadOnlyMemory<byte> Take(int length, int separator)
    {
        var line = buffer.AsSpan(start, length);
        line = line.EndsWith("\r"u8) ? line[..^1] : line;
        var taken = line.ToArray();
        Number++;
        Offset = Consumed;
        start += length + separator;
        Consumed += length + separator;
        return taken;
    }

    private ReadOnlyMemory<byte> TakeLong()
    {
        var cut = buffer.AsSpan(start, longest + 1).ToArray();
        Number++;
        Offset = Consumed;
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            var skipped = at < 0 ? end - start : at + 1;
            start += skipped;
            Consumed += skipped;
            if (at >= 0 || ended)
            {
                return cut;
            }

            Fill();
        }
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, (long)longest + 64 * 1024));
        }

        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        ended = read == 0;
    }
}
