using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Pages;

/// <summary>Tells what a line of text is from the way it looks.</summary>
internal static partial class TextForms
{
    private const int LongestHeading = 150;

    /// <summary>A heading with a name of its own, such as the title of a box, can be longer.</summary>
    private const int LongestTitle = 300;

    /// <summary>Whether a line begins with a bullet or the number of an item.</summary>
    public static bool IsItem(string line) => Item().IsMatch(line) || Markers.IsBullet(line);

    /// <summary>Whether a line is a heading by Markdown's sign.</summary>
    public static bool IsHeading(string line) => Heading().IsMatch(line);

    /// <summary>Level of a Markdown heading; 0 for other lines.</summary>
    public static int HeadingLevel(string line, bool markdown) => markdown && Heading().Match(line) is { Success: true } heading ? heading.Groups[1].Length : 0;

    /// <summary>Whether a line is the rule under the head of a table.</summary>
    public static bool IsTableRule(string line) => TableRule().IsMatch(line);

    /// <summary>Cells of a row of bars, as stretches of the line without blanks around.</summary>
    public static IEnumerable<(int Start, int Length)> Cells(string line)
    {
        var start = line.StartsWith('|') ? 1 : 0;
        for (var i = start; i <= line.Length; i++)
        {
            if (i < line.Length && (line[i] != '|' || (i > 0 && line[i - 1] == '\\')))
                continue;
            if (i == line.Length && start == line.Length && line.EndsWith('|'))
                yield break;
            var cell = line.AsSpan(start, i - start);
            var lead = cell.Length - cell.TrimStart().Length;
            yield return (start + lead, cell.Trim().Length);
            start = i + 1;
        }
    }

    /// <summary>Whether a line stands for a heading: short, no sentence, with a blank line before it or a name that headings have.</summary>
    public static bool LooksLikeHeading(string text, bool blankBefore, bool blanks, RuleBook rules)
    {
        if (text.Length > LongestTitle || text.Length < 2 || !text.Any(char.IsLetter) || text[^1] is '.' or ',' or ';' || !(char.IsUpper(text[0]) || char.IsDigit(text[0]) || text[0] is '“' or '"' or '‘'))
            return false;
        if (rules.Any("headings", text.TrimEnd(':')))
            return true;
        if (text.Length > LongestHeading || rules.Any("noHeading", text))
            return false;
        if (text[^1] == ':')
            return false;
        var words = text.Split(' ');
        var capital = words.Count(word => char.IsUpper(word[0]) || char.IsDigit(word[0]) || word.Length < 4 || !char.IsLetter(word[0]));
        return blanks ? blankBefore && words.Length < 25 : words.Length < 18 && capital * 10 >= words.Length * 8;
    }

    /// <summary>Whether a line ends with a colon, behind which the sign of a footnote can stand.</summary>
    public static bool Announces(string text) => Announcement().IsMatch(text);

    /// <summary>Whether a line is nothing but the number of an item, whose words stand on the next line.</summary>
    public static bool IsLoneNumber(string line) => LoneNumber().IsMatch(line);

    /// <summary>Whether an address that the end of a line cut goes on at the start of the next one.</summary>
    public static bool CutAddress(string line, string next) => OpenAddress().IsMatch(line) && AddressRest().IsMatch(next);

    /// <summary>A heading that is printed twice in a row is one.</summary>
    public static Block Once(Block block)
    {
        var half = (block.Text.Length - 1) / 2;
        return block.Text.Length % 2 == 1 && half > 3 && block.Text[half] == ' ' && block.Text.AsSpan(0, half).SequenceEqual(block.Text.AsSpan(half + 1)) ? block.Slice(0, half) : block;
    }

    [GeneratedRegex(@"^(?:[•◦○▪■□●‣∙·➢✓\uF0B7]|[*+–—-]\s|\d{1,3}[.)]\s|[\[(]\d{1,3}[\])]\s|\d{1,2}(\.\d{1,3}){1,3}[a-z]?[.:]?\s+\p{Lu}|[IVX]{1,4}\.[A-Z]\.(\d{1,2}\.?)*([a-z]\.)?\s+\p{Lu}|\(?([a-z]|[ivx]{2,4})[.)]\s+[\p{Lu}\d]|o\s+\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^\d{1,2}\.$", RegexOptions.CultureInvariant)]
    private static partial Regex LoneNumber();

    [GeneratedRegex(@"https?://\S*[/_=&?-]$", RegexOptions.CultureInvariant)]
    private static partial Regex OpenAddress();

    [GeneratedRegex(@"^[\w%~-]+(?:[/._=&?-][\w%~-]+)+(?:[.,;)/]|\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex AddressRest();

    [GeneratedRegex(@":[a-l*†‡§¶#]?(?:,[a-l*†‡])*$", RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"^(#{1,6})\s+\S", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[\s|:-]*-{3,}[\s|:-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex TableRule();
}
