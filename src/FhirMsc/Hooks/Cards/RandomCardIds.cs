using System.Collections.Concurrent;

namespace FhirMsc.Hooks.Cards;

/// <summary>Random identifiers (UUID version 4), those of cards with the mark of their advice (version 8). Safe for many threads.</summary>
public sealed class RandomCardIds : ICardIds
{
    /// <summary>Advices come from plans, so there are only so many.</summary>
    private readonly ConcurrentDictionary<string, uint> marks = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomBytes.Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <inheritdoc/>
    public Guid Next(string advice)
    {
        ArgumentNullException.ThrowIfNull(advice);
        return CardTag.New(marks.TryGetValue(advice, out var mark) ? mark : marks.GetOrAdd(advice, CardTag.Mark));
    }
}
