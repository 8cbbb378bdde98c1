using System.Text;

namespace FhirMsc.Fhir.Packages;

/// <summary>
/// Looks at the headers of a tar archive as they pass, before the framework's reader gets them: that reader makes room for as much as a header claims. Extended
/// headers (pax <c>x</c> and <c>g</c>, GNU <c>L</c> and <c>K</c>) hold names, so that long ones are refused; a pax header that gives an entry another size than
/// the entry's own header is refused too, since readers disagree on what that means.
/// </summary>
internal sealed class TarHeaderGuard(Stream inner) : CountingStream(inner)
{
    private const int Block = 512, SizeAt = 124, SizeLength = 12, TypeAt = 156;
    private const long MaxExtendedHeader = 64 * 1024;

    private readonly byte[] header = new byte[Block];
    private int filled;
    private long data;
    private long padding;
    private MemoryStream? records;

    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer);
        Look(buffer[..read]);
        return read;
    }

    private void Look(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var length = (int)Math.Min(bytes.Length, data > 0 ? data : padding > 0 ? padding : Block - filled);
            if (data > 0)
            {
                records?.Write(bytes[..length]);
                data -= length;
                EndRecords();
            }
            else if (padding > 0)
            {
                padding -= length;
            }
            else
            {
                bytes[..length].CopyTo(header.AsSpan(filled));
                filled += length;
                EndHeader();
            }

            bytes = bytes[length..];
        }
    }

    private void EndHeader()
    {
        if (filled < Block)
        {
            return;
        }

        filled = 0;
        data = Size(header.AsSpan(SizeAt, SizeLength));
        padding = (Block - (data % Block)) % Block;
        var type = (char)header[TypeAt];
        if (type is 'x' or 'g' or 'L' or 'K' && data > MaxExtendedHeader)
        {
            throw new SizeLimitException("The size of an extended header", $"{MaxExtendedHeader} bytes");
        }

        records = type is 'x' or 'g' ? new MemoryStream() : null;
    }

    /// <summary>POSIX pax: records of the form <c>LENGTH KEY=VALUE\n</c>.</summary>
    private void EndRecords()
    {
        if (data == 0 && records is not null)
        {
            if (records.GetBuffer().AsSpan(0, (int)records.Length).IndexOf(" size="u8) >= 0)
            {
                throw new InvalidDataException();
            }

            records = null;
        }
    }

    /// <summary>Octal digits between blanks; a first byte with its highest bit set announces more than eight gigabytes in another notation.</summary>
    private static long Size(ReadOnlySpan<byte> field)
    {
        if (field[0] >= 0x80)
        {
            throw new SizeLimitException("The size of a file", "8 GiB");
        }

        long size = 0;
        foreach (var c in Encoding.ASCII.GetString(field).Trim('\0', ' '))
        {
            if (c is < '0' or > '7')
            {
                throw new InvalidDataException();
            }

            size = (size * 8) + (c - '0');
        }

        return size;
    }
}
