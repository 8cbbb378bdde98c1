using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Findings;

/// <summary>The blocks of one reference.</summary>
internal sealed class ReferenceText
{
    /// <summary>Its number.</summary>
    public int? Number { get; set; }

    /// <summary>Its blocks: one, or more where a page break cut it.</summary>
    public required List<Block> Blocks { get; init; }

    /// <summary>Its text.</summary>
    public string Text => string.Join(' ', Blocks.Select(block => block.Text));

    /// <summary>Where a stretch of the text stands in the page.</summary>
    public Span At(int start, int end)
    {
        foreach (var block in Blocks)
        {
            if (start < block.Text.Length || block == Blocks[^1])
                return block.At(Math.Min(start, block.Text.Length), Math.Min(end, block.Text.Length));
            (start, end) = (start - block.Text.Length - 1, end - block.Text.Length - 1);
        }

        return default;
    }
}
