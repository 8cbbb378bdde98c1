using System.Buffers.Binary;
using System.Text;

namespace FhirMsc.Fhir.Json;

/// <summary>
/// Every element name that the definitions of R4, R4B and R5 use, each with a number, so that a name in a resource and a name in a compiled expression
/// are compared as numbers. Fixed when the library is built: input can't make it grow. A tree numbers the unknown names it meets by itself, from <see cref="Count"/> on.
/// </summary>
public sealed class NameTable
{
    /// <summary>The longest name that fits into the two halves of a slot, in bytes.</summary>
    internal const int ShortName = 16;

    private const int LongestName = 128;

    private readonly string?[] names;
    private readonly byte[] text;
    private readonly int[] starts;
    private readonly Slot[] slots;
    private readonly int mask;

    /// <param name="text">The names, each with a line feed behind it.</param>
    private NameTable(byte[] text)
    {
        this.text = text;
        var count = text.AsSpan().Count((byte)'\n');
        names = new string?[count];
        starts = new int[count + 1];
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count * 3);
        slots = new Slot[size];
        mask = size - 1;
        for (var i = 0; i < count; i++)
        {
            starts[i + 1] = starts[i] + text.AsSpan(starts[i]).IndexOf((byte)'\n') + 1;
            var (head, tail) = Ends(Utf8(i));
            var length = Utf8(i).Length;
            var slot = Hash(head, tail, length) & mask;
            while (slots[slot].Number != 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = new Slot { Head = head, Tail = tail, Length = length, Number = i + 1 };
        }

        ResourceType = Find("resourceType"u8);
    }

    /// <summary>The names of FHIR.</summary>
    public static NameTable Fhir { get; } = Load();

    /// <summary>How many names there are; numbers run from 0 to this, exclusive.</summary>
    public int Count => names.Length;

    /// <summary>The number of <c>resourceType</c>, the one JSON property that is not an element.</summary>
    public int ResourceType { get; }

    /// <summary>The name with a number.</summary>
    /// <param name="number">From 0 to <see cref="Count"/>, exclusive.</param>
    public string this[int number] => names[number] ??= Encoding.UTF8.GetString(Utf8(number));

    /// <summary>The number of a name, or -1 if FHIR has no such element.</summary>
    public int Find(string name)
    {
        // No name is longer than this in UTF-8, so that a longer text needs no look-up.
        if (name.Length > LongestName)
        {
            return -1;
        }

        Span<byte> utf8 = stackalloc byte[LongestName * 3];
        return Find(utf8[..Encoding.UTF8.GetBytes(name, utf8)]);
    }

    /// <summary>The number of a name given as UTF-8, or -1 if FHIR has no such element.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        var (head, tail) = Ends(name);
        for (var at = Hash(head, tail, name.Length) & mask; ; at = (at + 1) & mask)
        {
            ref readonly var slot = ref slots[at];
            if (slot.Number == 0)
            {
                return -1;
            }

            if (slot.Head == head && slot.Tail == tail && slot.Length == name.Length && (name.Length <= ShortName || Utf8(slot.Number - 1).SequenceEqual(name)))
            {
                return slot.Number - 1;
            }
        }
    }

    /// <summary>The number of a name of at most <see cref="ShortName"/> bytes, or -1 if FHIR has no such element.</summary>
    /// <param name="head">The first eight bytes, the first of them lowest, zeros behind the name.</param>
    /// <param name="tail">The next eight in the same way.</param>
    /// <param name="length">How many bytes there are.</param>
    internal int Find(ulong head, ulong tail, int length)
    {
        var table = slots;
        for (var at = Hash(head, tail, length) & mask; ; at = (at + 1) & mask)
        {
            ref readonly var slot = ref table[at];
            if (slot.Head == head && slot.Tail == tail && slot.Length == length)
            {
                // Of an empty slot it is -1.
                return slot.Number - 1;
            }

            if (slot.Number == 0)
            {
                return -1;
            }
        }
    }

    /// <summary>The bytes of a name.</summary>
    internal ReadOnlySpan<byte> Utf8(int number) => text.AsSpan(starts[number], starts[number + 1] - starts[number] - 1);

    /// <summary>
    /// What a name is told from others by: of one of at most sixteen bytes all of it, zeros behind it; of a longer one the first and the last eight bytes.
    /// </summary>
    private static (ulong Head, ulong Tail) Ends(ReadOnlySpan<byte> name)
    {
        if (name.Length >= 8)
        {
            var last = BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]);
            return (BinaryPrimitives.ReadUInt64LittleEndian(name), name.Length >= ShortName ? last : name.Length == 8 ? 0 : last >> (8 * (ShortName - name.Length)));
        }

        if (name.Length >= 4)
        {
            return (BinaryPrimitives.ReadUInt32LittleEndian(name) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(name[^4..]) << (8 * (name.Length - 4))), 0);
        }

        var few = 0UL;
        for (var i = 0; i < name.Length; i++)
        {
            few |= (ulong)name[i] << (8 * i);
        }

        return (few, 0);
    }

    /// <summary>Enough to tell element names apart, and cheap.</summary>
    private static int Hash(ulong head, ulong tail, int length) =>
        (int)(((head * 0x9E3779B97F4A7C15UL) ^ ((tail + (ulong)length) * 0xC2B2AE3D27D4EB4FUL)) >> 33);

    private static NameTable Load()
    {
        using var stream = typeof(NameTable).Assembly.GetManifestResourceStream("FhirMsc.Fhir.Json.names.txt")
            ?? throw new InvalidOperationException("The list of element names is missing from the assembly: the build is broken.");
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return new NameTable(text);
    }

    /// <summary>A name where its hash leads to.</summary>
    private struct Slot
    {
        public ulong Head;
        public ulong Tail;
        public int Length;

        /// <summary>One more than the name's number; 0 where there is none.</summary>
        public int Number;
    }
}
