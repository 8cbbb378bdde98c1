using System.Text;

namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>
/// One block of a pack: a string table, and entries that name its strings by number. Numbers below the size of the shared block's table are that table's.
/// Strings, and what composite strings stand for, are made when first asked for; two threads may make the same one twice, either will do.
/// </summary>
internal sealed class PackBlock
{
    private readonly PackBlock? shared;
    private readonly byte[] data;
    private readonly int[] textStarts;
    private readonly string?[] texts;
    private readonly object?[] objects;
    private readonly int[] entryStarts;

    public PackBlock(byte[] data, PackBlock? shared)
    {
        this.data = data;
        this.shared = shared;
        var input = new PackInput(data);
        textStarts = new int[input.Int() + 1];
        for (var i = 1; i < textStarts.Length; i++)
        {
            textStarts[i] = input.Int();
        }

        entryStarts = new int[input.Int() + 1];
        for (var i = 1; i < entryStarts.Length; i++)
        {
            entryStarts[i] = input.Int();
        }

        Accumulate(textStarts, data.Length - Sum(textStarts) - Sum(entryStarts));
        Accumulate(entryStarts, textStarts[^1]);
        texts = new string?[textStarts.Length - 1];
        objects = new object?[texts.Length];
    }

    public int TextCount => texts.Length;

    public int EntryCount => entryStarts.Length - 1;

    public PackInput Entry(int index) => new(data.AsSpan(entryStarts[index], entryStarts[index + 1] - entryStarts[index]), this);

    public string Text(int number)
    {
        var own = number - (shared?.TextCount ?? 0);
        return own < 0 ? shared!.Text(number) : texts[own] ??= Encoding.UTF8.GetString(data, textStarts[own], textStarts[own + 1] - textStarts[own]);
    }

    /// <summary>What a composite string stands for; the same object every time.</summary>
    public T Object<T>(int number, Func<string, T> make)
        where T : class
    {
        var own = number - (shared?.TextCount ?? 0);
        return own < 0 ? shared!.Object(number, make) : (T)(objects[own] ??= make(Text(number)));
    }

    private static int Sum(int[] lengths)
    {
        var sum = 0;
        foreach (var length in lengths)
        {
            sum += length;
        }

        return sum;
    }

    private static void Accumulate(int[] lengths, int start)
    {
        for (var i = 0; i < lengths.Length; i++)
        {
            start += lengths[i];
            lengths[i] = start;
        }
    }
}
