using System.Buffers;
using System.Runtime.InteropServices;
using FhirMsc.Server.Protocol;

namespace FhirMsc.Server.Tests.Protocol;

/// <summary>Memory of calls and answers is used again, by anybody in the process: nothing may be left in it.</summary>
public class LentMemoryTests
{
    [Fact]
    public void A_body_is_wiped_when_it_is_given_back()
    {
        var memory = ArrayPool<byte>.Shared.Rent(5_000);
        memory.AsSpan().Fill((byte)'x');

        BodyReader.Release(memory.AsMemory(0, 5_000));

        Assert.Equal(-1, memory.AsSpan(0, 5_000).IndexOfAnyExcept((byte)0));
    }

    [Fact]
    public void An_answer_is_wiped_when_it_is_given_back()
    {
        var body = new AnswerBody(once: true);
        body.Write("""{"cards":[{"summary":"Jane Doe"}]}"""u8);
        Assert.True(MemoryMarshal.TryGetArray(body.Written, out var memory));

        body.Release();

        Assert.Equal(-1, memory.AsSpan().IndexOfAnyExcept((byte)0));
        Assert.Equal(0, body.Written.Length);
    }
}
