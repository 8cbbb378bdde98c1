using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FhirMsc.Hooks.Cards;

/// <summary>
/// Card identifiers that tell which advice the card was about: UUIDs of version 8 (RFC 9562 section 5.8), of which the first 32 bits are a digest of the action's id and
/// the rest is random. So feedback can be counted by recommendation without keeping a list of who was shown what, and any server of a group understands a card of any
/// other. Nothing of the patient is in it.
/// </summary>
internal static class CardTag
{
    /// <summary>A new identifier.</summary>
    /// <param name="advice">Id of the action.</param>
    public static Guid New(string advice) => New(Mark(advice));

    /// <summary>A new identifier.</summary>
    /// <param name="mark">The advice's <see cref="Mark"/>.</param>
    public static Guid New(uint mark)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomBytes.Fill(bytes);
        BinaryPrimitives.WriteUInt32BigEndian(bytes, mark);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Whether a card was about an advice.</summary>
    public static bool Matches(Guid card, string advice)
    {
        Span<byte> bytes = stackalloc byte[16];
        card.TryWriteBytes(bytes, bigEndian: true, out _);
        return bytes[6] >> 4 == 8 && BinaryPrimitives.ReadUInt32BigEndian(bytes) == Mark(advice);
    }

    /// <summary>The first 32 bits of the digest of an advice's id: what its cards are recognised by.</summary>
    public static uint Mark(string advice)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(advice), digest);
        return BinaryPrimitives.ReadUInt32BigEndian(digest);
    }
}
