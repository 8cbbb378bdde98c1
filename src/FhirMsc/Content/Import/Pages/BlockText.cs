namespace FhirMsc.Content.Import.Pages;

/// <summary>Collects the text of one block: squeezes white space, keeps for every character where it came from, and remembers markup.</summary>
internal sealed class BlockText
{
    private readonly System.Text.StringBuilder _text = new();
    private readonly List<int> _offsets = [];
    private readonly List<Mark> _marks = [];
    private int _blank = -1;

    /// <summary>Length so far, without a blank that may follow.</summary>
    public int Length => _text.Length;

    /// <summary>Whether nothing but white space came.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Whether the collected text ends with the given character.</summary>
    public char Last => _text.Length == 0 ? '\0' : _text[^1];

    /// <summary>Adds a character; white space of all kinds becomes one blank, invisible characters are dropped.</summary>
    public void Add(char c, int offset)
    {
        if (c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF')
            return;
        if (char.IsWhiteSpace(c) || char.IsControl(c))
        {
            _blank = _blank < 0 ? offset : _blank;
            return;
        }

        if (_blank >= 0 && _text.Length > 0)
        {
            _text.Append(' ');
            _offsets.Add(_blank);
        }

        _blank = -1;
        // Hyphens that do not break, or that a typesetter chose, are hyphens: "A‑I" is a rating, "0.67‑0.98" an interval.
        _text.Append(c is '\u2010' or '\u2011' ? '-' : c);
        _offsets.Add(offset);
    }

    /// <summary>Adds several characters that stand one after the other.</summary>
    public void Add(ReadOnlySpan<char> text, int offset)
    {
        for (var i = 0; i < text.Length; i++)
            Add(text[i], offset + i);
    }

    /// <summary>Where the next character will stand, for the start of a mark.</summary>
    public int Next() => _text.Length + (_blank >= 0 && _text.Length > 0 ? 1 : 0);

    /// <summary>Marks what was added since <paramref name="start"/>.</summary>
    public void Mark(MarkKind kind, int start, string? target, Span source) =>
        _marks.Add(new Mark(kind, Math.Min(start, _text.Length), _text.Length, target, source));

    /// <summary>The block.</summary>
    public Block Build(BlockKind kind) => new() { Kind = kind, Text = _text.ToString(), Offsets = [.. _offsets], Marks = [.. _marks] };
}
