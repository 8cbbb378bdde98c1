using System.Buffers;
using System.Text;

namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>Takes what goes into one entry of a block: numbers as varints, texts as numbers of a string table.</summary>
internal sealed class PackOutput(Func<string, int> numberOf)
{
    private readonly ArrayBufferWriter<byte> buffer = new(1024);

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public void Clear() => buffer.ResetWrittenCount();

    /// <summary>A whole number from 0 on: seven bits a byte, the lowest first, the top bit set on all but the last byte.</summary>
    public void Number(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value >= 0x80; value >>= 7)
        {
            Byte((byte)(value | 0x80));
        }

        Byte((byte)value);
    }

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <summary>A text that may be used elsewhere too: its number in the table.</summary>
    public void Text(string text) => Number(numberOf(text));

    /// <summary>A text or nothing.</summary>
    public void TextOrNull(string? text) => Number(text is null ? 0 : numberOf(text) + 1);

    public void Texts(IReadOnlyCollection<string> texts)
    {
        Number(texts.Count);
        foreach (var text in texts)
        {
            Text(text);
        }
    }

    /// <summary>A text that is used here only: its length in bytes and its bytes.</summary>
    public void Inline(string text)
    {
        Number(Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, buffer);
    }

    private void Byte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }
}
