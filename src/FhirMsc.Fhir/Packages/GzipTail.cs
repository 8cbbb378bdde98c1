using System.Buffers.Binary;

namespace FhirMsc.Fhir.Packages;

/// <summary>
/// Remembers how a gzip file ends. RFC 1952, section 2.3.1: its last four bytes are the unpacked size modulo 2^32. The framework's reader does not mind if
/// the end is missing, so that an archive that was cut short would look whole.
/// </summary>
internal sealed class GzipTail(Stream inner) : CountingStream(inner)
{
    private const int TailLength = 4;

    private readonly byte[] tail = new byte[TailLength];

    /// <summary>Whether the end, as read so far, is that of a file of an unpacked size.</summary>
    public bool Ends(long unpacked) => Count >= TailLength && BinaryPrimitives.ReadUInt32LittleEndian(tail) == (uint)unpacked;

    public override int Read(Span<byte> buffer)
    {
        var read = base.Read(buffer);
        var last = buffer[..read];
        last = last.Length > TailLength ? last[^TailLength..] : last;
        tail.AsSpan(last.Length).CopyTo(tail);
        last.CopyTo(tail.AsSpan(TailLength - last.Length));
        return read;
    }
}
