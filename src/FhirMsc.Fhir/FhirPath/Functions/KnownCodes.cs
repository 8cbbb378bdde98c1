using System.Buffers.Binary;
using FhirMsc.Fhir.FhirPath.Ports;

namespace FhirMsc.Fhir.FhirPath.Functions;

/// <summary>
/// The last answers of one value set, by the bytes of system and code as they stand in the source: patients have much the same codes, and neither texts nor look-ups are needed
/// for those. Holds so many and no more. Safe for many threads: an answer is one object that never changes.
/// </summary>
internal sealed class KnownCodes
{
    private const int Places = 128;
    private const int LongestSystem = 128;
    private const int LongestCode = 32;

    private readonly Known?[] places = new Known?[Places];

    /// <summary>Finds an answer.</summary>
    /// <param name="system">The system's address.</param>
    /// <param name="code">The code.</param>
    /// <param name="answer">The answer, if there is one.</param>
    public bool TryGet(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code, out Answer answer)
    {
        var known = Volatile.Read(ref places[Place(system, code)]);
        if (known is not null && code.SequenceEqual(known.Code) && system.SequenceEqual(known.System))
        {
            answer = known.Answer;
            return true;
        }

        answer = default;
        return false;
    }

    /// <summary>Remembers an answer, in place of another if need be.</summary>
    /// <param name="system">The system's address.</param>
    /// <param name="code">The code.</param>
    /// <param name="answer">The answer.</param>
    public void Add(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code, Answer answer)
    {
        if (system.Length <= LongestSystem && code.Length <= LongestCode)
        {
            Volatile.Write(ref places[Place(system, code)], new Known(system.ToArray(), code.ToArray(), answer));
        }
    }

    private static int Place(ReadOnlySpan<byte> system, ReadOnlySpan<byte> code) => (int)(((End(code) * 0x9E3779B97F4A7C15UL) ^ (End(system) * 0xC2B2AE3D27D4EB4FUL)) >> 57);

    /// <summary>The last eight bytes, which tell codes apart better than the first, and the length.</summary>
    private static ulong End(ReadOnlySpan<byte> text)
    {
        if (text.Length >= 8)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]) + (ulong)text.Length;
        }

        var few = (ulong)text.Length << 56;
        for (var i = 0; i < text.Length; i++)
        {
            few |= (ulong)text[i] << (8 * i);
        }

        return few;
    }

    private sealed record Known(byte[] System, byte[] Code, Answer Answer);
}
