using System.Buffers;

namespace FhirMsc.Server.Protocol;

/// <summary>Takes a body while it is written. Starts large enough for an answer of cards with what a JSON writer wants to have free, and clears nothing, as only what is written is shown.</summary>
/// <param name="once">Whether the body is sent once, so that its memory is used again after that.</param>
internal sealed class AnswerBody(bool once) : IBufferWriter<byte>
{
    private byte[] buffer = once ? ArrayPool<byte>.Shared.Rent(16 * 1024) : GC.AllocateUninitializedArray<byte>(12 * 1024);
    private int count;

    /// <summary>What is written.</summary>
    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, count);

    /// <summary>Gives the memory back, if it is to be used again. To be called when nobody looks at <see cref="Written"/> any more, and never where that is not sure.</summary>
    public void Release()
    {
        var done = buffer;
        var written = count;
        buffer = [];
        count = 0;
        if (once && done.Length > 0)
        {
            // As with the bodies of calls: nothing of the patient is left in it.
            done.AsSpan(0, written).Clear();
            ArrayPool<byte>.Shared.Return(done);
        }
    }

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

        var wanted = Math.Max(checked(count + size), (int)Math.Min(buffer.Length * 2L, Array.MaxLength));
        var larger = once ? ArrayPool<byte>.Shared.Rent(wanted) : GC.AllocateUninitializedArray<byte>(wanted);
        buffer.AsSpan(0, count).CopyTo(larger);

        // A writer may still hold the smaller one, so it is left to the garbage collector.
        buffer = larger;
    }
}
