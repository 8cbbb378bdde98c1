using System.Security.Cryptography;

namespace FhirMsc.Hooks.Cards;

/// <summary>Random bytes for identifiers, drawn many at a time: asking the system's generator costs much more than a few bytes.</summary>
internal static class RandomBytes
{
    private const int DrawnAtOnce = 2048;

    [ThreadStatic]
    private static byte[]? drawn;

    [ThreadStatic]
    private static int left;

    /// <summary>Fills with bytes that nobody else gets.</summary>
    /// <param name="bytes">At most 2,048 bytes.</param>
    public static void Fill(Span<byte> bytes)
    {
        drawn ??= new byte[DrawnAtOnce];
        if (left < bytes.Length)
        {
            RandomNumberGenerator.Fill(drawn);
            left = DrawnAtOnce;
        }

        drawn.AsSpan(left - bytes.Length, bytes.Length).CopyTo(bytes);
        left -= bytes.Length;
    }
}
