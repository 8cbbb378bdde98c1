using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FhirMsc.Fhir.Json;

/// <summary>
/// Walks through one JSON text (RFC 8259) for a reader that recurses into objects and arrays itself, so that no state is kept between tokens beyond the place.
/// Accepts what <see cref="System.Text.Json.Utf8JsonReader"/> accepts, which is asked for the reason when this one refuses. The text must be valid UTF-8.
/// </summary>
internal ref struct JsonScanner
{
    private readonly ReadOnlySpan<byte> text;
    private readonly int maxDepth;
    private int at;
    private int depth;

    /// <summary>From <c>16 - n</c> on, sixteen bytes of which the first n are all ones.</summary>
    private static ReadOnlySpan<byte> Masks =>
    [
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="maxDepth">How deep objects and arrays may be nested.</param>
    public JsonScanner(ReadOnlySpan<byte> text, int start, int maxDepth)
    {
        this.text = text;
        this.maxDepth = maxDepth;
        at = start;
    }

    /// <summary>What <see cref="NextValue"/> or <see cref="NextItem"/> found.</summary>
    public JsonToken Token { get; private set; }

    /// <summary>Where the name or value starts: for strings at the opening quote.</summary>
    public int Start { get; private set; }

    /// <summary>How many bytes the name or value has; for strings without the quotes.</summary>
    public int Length { get; private set; }

    /// <summary>Whether the name or string holds escapes.</summary>
    public bool IsEscaped { get; private set; }

    /// <summary>The bytes of the name or string, without the quotes.</summary>
    public readonly ReadOnlySpan<byte> Text => text.Slice(Start + 1, Length);

    /// <summary>The number of the name in <see cref="NameTable.Fhir"/>; -1 if it is not there as it is written.</summary>
    public int NameNumber { get; private set; }

    /// <summary>Goes to the next name in an object, and past the colon behind it.</summary>
    /// <param name="first">Whether it would be the object's first; false afterwards.</param>
    /// <returns>False at the end of the object.</returns>
    public bool NextName(ref bool first)
    {
        var b = Peek();
        if (b == '}')
        {
            return Leave();
        }

        if (!first)
        {
            Require(b == ',');
            at++;
            b = Peek();
        }

        first = false;
        Require(b == '"');
        if (!ShortName())
        {
            LongName();
        }

        return true;
    }

    /// <summary>
    /// Reads the next member of an object as far as it has the form that nearly all have: a short name, the colon right behind it, no white space, and a string
    /// without escapes. The place is kept in a register meanwhile, which is what makes this faster than <see cref="NextName"/> and <see cref="NextValue"/>.
    /// </summary>
    /// <param name="first">Whether it would be the object's first; false afterwards.</param>
    /// <param name="met">The names that the object has, a bit each: one of those is left to the caller to look at.</param>
    public JsonMember TryMember(ref bool first, ulong met)
    {
        // Far enough from the end that every look at the text but the one for the end of the string needs no check.
        var place = at;
        if (!Vector256.IsHardwareAccelerated || place > text.Length - 64)
        {
            return JsonMember.Unknown;
        }

        ref var origin = ref MemoryMarshal.GetReference(text);
        place += first ? 0 : Unsafe.Add(ref origin, place) == ',' ? 1 : 2;
        if (place > at + 1 || Unsafe.Add(ref origin, place) != '"')
        {
            return JsonMember.Unknown;
        }

        // A name that the table has is spelled like that, so nothing in it but the end needs to be looked for.
        var block = Vector128.LoadUnsafe(ref origin, (nuint)place + 1);
        var length = System.Numerics.BitOperations.TrailingZeroCount(Vector128.Equals(block, Vector128.Create((byte)'"')).ExtractMostSignificantBits());
        if (length >= NameTable.ShortName || Unsafe.Add(ref origin, place + 2 + length) != ':')
        {
            return JsonMember.Unknown;
        }

        var name = (block & Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Masks), (nuint)(Vector128<byte>.Count - length))).AsUInt64();
        var number = NameTable.Fhir.Find(name.ToScalar(), name.GetElement(1), length);
        if (number < 0)
        {
            return JsonMember.Unknown;
        }

        first = false;
        NameNumber = number;
        IsEscaped = false;
        var start = place + length + 3;
        if ((met & (1UL << (number & 63))) != 0 || Unsafe.Add(ref origin, start) != '"')
        {
            Start = place;
            Length = length;
            at = start;
            return JsonMember.Name;
        }

        place = start + 1;
        for (; place <= text.Length - Vector256<byte>.Count; place += Vector256<byte>.Count)
        {
            var found = Special(Vector256.LoadUnsafe(ref origin, (nuint)place)).ExtractMostSignificantBits();
            if (found == 0)
            {
                continue;
            }

            place += System.Numerics.BitOperations.TrailingZeroCount(found);
            if (Unsafe.Add(ref origin, place) != '"')
            {
                break;
            }

            Start = start;
            Length = place - start - 1;
            Token = JsonToken.String;
            at = place + 1;
            return JsonMember.Text;
        }

        Start = start - length - 3;
        Length = length;
        at = start;
        return JsonMember.Name;
    }

    /// <summary>Goes to the next item of an array.</summary>
    /// <param name="first">Whether it would be the array's first; false afterwards.</param>
    /// <returns>False at the end of the array.</returns>
    public bool NextItem(ref bool first)
    {
        var b = Peek();
        if (b == ']')
        {
            return Leave();
        }

        if (!first)
        {
            Require(b == ',');
            at++;
        }

        first = false;
        NextValue();
        return true;
    }

    /// <summary>Goes to the value that must come now. Objects and arrays are entered.</summary>
    public void NextValue()
    {
        var b = Peek();
        Start = at;
        switch (b)
        {
            case (byte)'"':
                String();
                Token = JsonToken.String;
                break;
            case (byte)'{':
                Enter();
                Token = JsonToken.Object;
                break;
            case (byte)'[':
                Enter();
                Token = JsonToken.Array;
                break;
            case (byte)'t':
                Literal("true"u8, JsonToken.True);
                break;
            case (byte)'f':
                Literal("false"u8, JsonToken.False);
                break;
            case (byte)'n':
                Literal("null"u8, JsonToken.Null);
                break;
            default:
                Number();
                Token = JsonToken.Number;
                break;
        }
    }

    /// <summary>Passes over what is left of the value: the members or items of an object or array that has just been entered.</summary>
    public void Skip()
    {
        var first = true;
        switch (Token)
        {
            case JsonToken.Object:
                while (NextName(ref first))
                {
                    NextValue();
                    Skip();
                }

                break;
            case JsonToken.Array:
                while (NextItem(ref first))
                {
                    Skip();
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Makes sure that only white space comes behind the outermost value.</summary>
    public void End()
    {
        SkipSpace();
        Require(at == text.Length);
    }

    private static void Require([DoesNotReturnIf(false)] bool holds)
    {
        if (!holds)
        {
            Fail();
        }
    }

    [DoesNotReturn]
    private static void Fail() => throw new JsonFault();

    /// <summary>The next byte that is not white space, without going past it; 0, which no token begins with, at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Peek()
    {
        if ((uint)at < (uint)text.Length && text[at] > ' ')
        {
            return text[at];
        }

        SkipSpace();
        return at < text.Length ? text[at] : (byte)0;
    }

    /// <summary>A name of few bytes without escapes, the colon right behind it: found, measured and looked up with one look at the text.</summary>
    /// <returns>False, without going anywhere, if it is not that.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ShortName()
    {
        var start = at;
        if (!Vector128.IsHardwareAccelerated || start + 2 + Vector128<byte>.Count >= text.Length)
        {
            return false;
        }

        ref var origin = ref MemoryMarshal.GetReference(text);
        var block = Vector128.LoadUnsafe(ref origin, (nuint)start + 1);
        var length = System.Numerics.BitOperations.TrailingZeroCount(Special(block).ExtractMostSignificantBits());
        if (length >= NameTable.ShortName || Unsafe.Add(ref origin, start + 1 + length) != '"' || Unsafe.Add(ref origin, start + 2 + length) != ':')
        {
            return false;
        }

        // What comes behind the name must count for nothing.
        var name = (block & Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(Masks), (nuint)(Vector128<byte>.Count - length))).AsUInt64();
        NameNumber = NameTable.Fhir.Find(name.ToScalar(), name.GetElement(1), length);
        Start = start;
        Length = length;
        IsEscaped = false;
        at = start + length + 3;
        return true;
    }

    private void LongName()
    {
        String();
        NameNumber = IsEscaped ? -1 : NameTable.Fhir.Find(Text);
        Require(Peek() == ':');
        at++;
    }

    private void SkipSpace()
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }
    }

    private void Enter()
    {
        Require(depth < maxDepth);
        depth++;
        at++;
    }

    private bool Leave()
    {
        depth--;
        at++;
        Token = JsonToken.None;
        return false;
    }

    private void Literal(ReadOnlySpan<byte> literal, JsonToken token)
    {
        Require(text[at..].StartsWith(literal));
        at += literal.Length;
        Length = literal.Length;
        Token = token;
    }

    /// <summary>The bytes that end a run of plain ones: quote, backslash, control characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Special(Vector128<byte> block) =>
        Vector128.Equals(block, Vector128.Create((byte)'"')) | Vector128.Equals(block, Vector128.Create((byte)'\\')) | Vector128.LessThan(block, Vector128.Create((byte)' '));

    /// <inheritdoc cref="Special(Vector128{byte})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Special(Vector256<byte> block) =>
        Vector256.Equals(block, Vector256.Create((byte)'"')) | Vector256.Equals(block, Vector256.Create((byte)'\\')) | Vector256.LessThan(block, Vector256.Create((byte)' '));

    /// <summary>From the opening quote to behind the closing one. Control characters must be written as escapes (RFC 8259 section 7).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void String()
    {
        var start = at;
        var place = start + 1;
        IsEscaped = false;
        Start = start;
        if (Vector256.IsHardwareAccelerated)
        {
            ref var origin = ref MemoryMarshal.GetReference(text);
            for (; place <= text.Length - Vector256<byte>.Count; place += Vector256<byte>.Count)
            {
                var found = Special(Vector256.LoadUnsafe(ref origin, (nuint)place)).ExtractMostSignificantBits();
                if (found == 0)
                {
                    continue;
                }

                place += System.Numerics.BitOperations.TrailingZeroCount(found);
                if (Unsafe.Add(ref origin, place) == '"')
                {
                    Length = place - start - 1;
                    at = place + 1;
                    return;
                }

                break;
            }
        }

        at = place;
        RestOfString();
    }

    /// <summary>The string from a place in it to its end.</summary>
    private void RestOfString()
    {
        ref var origin = ref MemoryMarshal.GetReference(text);
        while (true)
        {
            for (; at <= text.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
            {
                var special = Special(Vector128.LoadUnsafe(ref origin, (nuint)at));
                if (special != Vector128<byte>.Zero)
                {
                    at += System.Numerics.BitOperations.TrailingZeroCount(special.ExtractMostSignificantBits());
                    break;
                }
            }

            while (at < text.Length && text[at] is not ((byte)'"' or (byte)'\\' or < (byte)' '))
            {
                at++;
            }

            Require(at < text.Length && text[at] >= ' ');
            if (text[at] == '"')
            {
                Length = at - Start - 1;
                at++;
                return;
            }

            Escape();
        }
    }

    private void Escape()
    {
        IsEscaped = true;
        Require(at + 1 < text.Length);
        switch (text[at + 1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                at += 2;
                break;
            case (byte)'u':
                Require(at + 6 <= text.Length);
                foreach (var digit in text.Slice(at + 2, 4))
                {
                    Require(char.IsAsciiHexDigit((char)digit));
                }

                at += 6;
                break;
            default:
                Fail();
                break;
        }
    }

    /// <summary>RFC 8259 section 6: [ minus ] int [ frac ] [ exp ].</summary>
    private void Number()
    {
        Start = at;
        at += At(at) == '-' ? 1 : 0;
        if (At(at) == '0')
        {
            at++;
        }
        else
        {
            Digits();
        }

        if (At(at) == '.')
        {
            at++;
            Digits();
        }

        if (At(at) is (byte)'e' or (byte)'E')
        {
            at++;
            at += At(at) is (byte)'+' or (byte)'-' ? 1 : 0;
            Digits();
        }

        Require(at == text.Length || At(at) is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t');
        Length = at - Start;
    }

    private void Digits()
    {
        Require(char.IsAsciiDigit((char)At(at)));
        while (char.IsAsciiDigit((char)At(at)))
        {
            at++;
        }
    }

    private readonly byte At(int place) => place < text.Length ? text[place] : (byte)0;
}
