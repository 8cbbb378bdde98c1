using System.Globalization;
using System.Text.RegularExpressions;

namespace FhirMsc.Content.Import.Pages;

/// <summary>Bullets and numbers at the start of a block that are printed as text.</summary>
internal static partial class Markers
{
    /// <summary>Makes an item of a paragraph that begins with a bullet or a number, and takes the marker out of its text.</summary>
    public static Block Take(Block block)
    {
        if (block.Kind == BlockKind.Row || block.Text.Length == 0 || Marker().Match(block.Text) is not { Success: true } marker)
            return block;
        if (block.Kind == BlockKind.Heading && !marker.Groups["bullet"].Success)
            return block;
        var number = marker.Groups["number"] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : block.Number;
        var label = marker.Groups["label"] is { Success: true } parts ? parts.Value : null;
        var item = block.Slice(marker.Length, block.Text.Length) with
        {
            Kind = BlockKind.Item,
            Level = Math.Max(1, block.Level),
            Number = label is null ? number : null,
            Label = label,
        };
        // "- 6.1 Perform …": the number stands behind the bullet.
        return marker.Groups["bullet"].Success && Marker().Match(item.Text).Groups["label"].Success ? Take(item) : item;
    }

    /// <summary>Whether a line is nothing but a bullet.</summary>
    public static bool IsBullet(ReadOnlySpan<char> line) => line is "•" or "◦" or "○" or "▪" or "■" or "□" or "●" or "‣" or "∙" or "·" or "–" or "-" or "*" or "o" or "\uF0B7";

    /// <summary>Whether a text begins with a bullet.</summary>
    public static bool Begins(ReadOnlySpan<char> text) => text.Length > 2 && (text[0] is '•' or '◦' or '▪' or '●' or '‣' or '·' or '\uF0B7' || (text[0] is '-' or '–' or '*' && text[1] is ' ' or '\u00A0'));

    [GeneratedRegex(@"^(?:(?<bullet>[•◦○▪■□●‣∙·➢✓\uF0B7])\s*|(?<bullet>[*+–—-]|o(?=\s\p{Lu}))\s+|(?<label>\d{1,2}(\.\d{1,3}){1,3}[a-z]?)[.:]?\s+(?=\p{Lu})|(?<label>[IVX]{1,4}\.([A-Z]\.)(\d{1,2}\.?)*([a-z]\.)?)\s+(?=\p{Lu})|(?<letter>[a-z]|[ivx]{2,4})[.)]\s+(?=[\p{Lu}\d])|\((?<letter>[a-z]|[ivx]{2,4})\)\s+(?=[\p{Lu}\d])|(?<number>\d{1,3})[.)]\s+(?=\S)|[\[(](?<number>\d{1,3})[\])]\s+(?=\S))", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();
}
