using System.Text;

namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>Reads back what <see cref="PackOutput"/> wrote.</summary>
internal ref struct PackInput(ReadOnlySpan<byte> data, PackBlock? block = null)
{
    private readonly ReadOnlySpan<byte> data = data;
    private int at;

    /// <summary>How many bytes have been read.</summary>
    public readonly int Position => at;

    /// <summary>The block that texts are numbered in.</summary>
    public readonly PackBlock Block => block ?? throw new InvalidOperationException("This part of the pack has no string table.");

    public long Number()
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = data[at++];
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
    }

    public int Int() => (int)Number();

    public bool Flag() => data[at++] != 0;

    public string Text() => Block.Text(Int());

    public string? TextOrNull() => Int() is var number and > 0 ? Block.Text(number - 1) : null;

    public string[] Texts()
    {
        var count = Int();
        if (count == 0)
        {
            return [];
        }

        var texts = new string[count];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Text();
        }

        return texts;
    }

    /// <summary>What a composite text stands for.</summary>
    public T Object<T>(Func<string, T> make)
        where T : class => Block.Object(Int(), make);

    /// <summary>A list of <see cref="Object{T}(Func{string, T})"/>.</summary>
    public T[] Objects<T>(Func<string, T> make)
        where T : class
    {
        var count = Int();
        if (count == 0)
        {
            return [];
        }

        var objects = new T[count];
        for (var i = 0; i < objects.Length; i++)
        {
            objects[i] = Object(make);
        }

        return objects;
    }

    public string Inline()
    {
        var length = Int();
        var text = Encoding.UTF8.GetString(data.Slice(at, length));
        at += length;
        return text;
    }
}
