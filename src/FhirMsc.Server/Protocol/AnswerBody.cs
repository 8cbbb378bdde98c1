using System.Buffers;

namespace FhirMsc.Server.Protocol;

/// <summary>Takes a body while it is written. Starts large enough for an answer of cards with what a JSON writer wants to have free, and clears nothing, as only what is written is shown.</summary>
internal sealed class AnswerBody : IBufferWriter<byte>
{
    private byte[] buffer = GC.AllocateUninitializedArray<byte>(12 * 1024);
    private int count;

    /// <summary>What is written.</summary>
    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, count);

    /// <inheritdoc/>
    public void Advance(int written)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)written, (uint)(buffer.Length - count));
        count += written;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return buffer.AsMemory(count);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return buffer.AsSpan(count);
    }

    private void Reserve(int size)
    {
        size = Math.Max(size, 1);
        if (buffer.Length - count >= size)
        {
            return;
        }

        var larger = GC.AllocateUninitializedArray<byte>(Math.Max(checked(count + size), (int)Math.Min(buffer.Length * 2L, Array.MaxLength)));
        buffer.AsSpan(0, count).CopyTo(larger);
        buffer = larger;
    }
}
