using System.Globalization;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Pages;

/// <summary>Cuts text into lines and leaves out those that are furniture of a printout: line numbers, page numbers, running heads.</summary>
internal static class TextLines
{
    /// <summary>The lines with text.</summary>
    public static (List<Line> Lines, List<Span> Furniture) Of(string text, RuleBook rules)
    {
        var raw = Bulleted(Parted(Split(text), rules), rules);
        var numbers = Numbers(raw);
        var running = Running(raw, rules);
        var (lines, furniture, gap) = (new List<Line>(), new List<Span>(), Gap.None);
        for (var i = 0; i < raw.Count; i++)
        {
            var (start, line, indent) = raw[i];
            if (line.Length == 0)
            {
                gap = gap == Gap.None ? Gap.Blank : gap;
            }
            else if (numbers.Contains(i) || running.Contains(line) || rules.Any("furniture", line))
            {
                furniture.Add(new Span(start, start + line.Length));
                gap = Gap.Furniture;
            }
            else
            {
                lines.Add(new Line(start, line, indent, gap));
                gap = Gap.None;
            }
        }

        return (lines, furniture);
    }

    private static List<(int Start, string Text, int Indent)> Split(string text)
    {
        var lines = new List<(int, string, int)>();
        for (var at = 0; at <= text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny("\n\f\u2028\u2029\r") is var found and >= 0 ? at + found : text.Length;
            var raw = text.AsSpan(at, end - at);
            var lead = raw.Length - raw.TrimStart().Length;
            lines.Add((at + lead, raw.Trim().ToString(), lead));
            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    /// <summary>Numbered statements that ran together on a line are parted again.</summary>
    private static List<(int Start, string Text, int Indent)> Parted(List<(int Start, string Text, int Indent)> lines, RuleBook rules)
    {
        var parted = new List<(int Start, string Text, int Indent)>(lines.Count);
        foreach (var line in lines)
        {
            var at = 0;
            foreach (var cut in rules.List("gluedItems").SelectMany(rule => rule.Form.Matches(line.Text).Select(match => match.Index)).Order())
            {
                parted.Add((line.Start + at, line.Text[at..cut], at == 0 ? line.Indent : 0));
                at = cut;
            }

            parted.Add(at == 0 ? line : (line.Start + at, line.Text[at..], 0));
        }

        return parted;
    }

    /// <summary>A sign that stands for a bullet on this page, such as one of another character set, becomes one.</summary>
    private static List<(int Start, string Text, int Indent)> Bulleted(List<(int Start, string Text, int Indent)> lines, RuleBook rules)
    {
        var signs = rules.Words("bulletSigns").Select(sign => sign[0]).Where(sign => lines.Count(line => Begins(line.Text, sign)) > 2).ToHashSet();
        return signs.Count == 0 ? lines : [.. lines.Select(line => line.Text.Length > 2 && signs.Contains(line.Text[0]) && Begins(line.Text, line.Text[0]) ? line with { Text = "•" + line.Text[1..] } : line)];

        static bool Begins(string line, char sign) => line.Length > 2 && line[0] == sign && (char.IsUpper(line[1]) || (line[1] == ' ' && char.IsLetterOrDigit(line[2])));
    }

    /// <summary>Lines of digits alone that count up are line numbers or page numbers; a lone number among the text is not.</summary>
    private static HashSet<int> Numbers(List<(int Start, string Text, int Indent)> lines)
    {
        // Two counts can be interleaved: lines 3620, 3621 and pages 145, 146.
        var (last, kept, count) = (new Dictionary<int, int>(), new HashSet<int>(), 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Text.Length is 0 or > 5 || !int.TryParse(lines[i].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
                continue;
            count++;
            if (last.TryGetValue(value - 1, out var before))
            {
                kept.Add(before);
                kept.Add(i);
            }

            last[value] = i;
        }

        return count > 2 ? kept : [];
    }

    /// <summary>Running heads: the same line at least three times, beside a stamp, an address or a fraction of pages at least twice.</summary>
    private static HashSet<string> Running(List<(int Start, string Text, int Indent)> lines, RuleBook rules)
    {
        var text = lines.Where(line => line.Text.Length > 0).Select(line => line.Text).ToList();
        var repeated = text.GroupBy(line => line, StringComparer.Ordinal).Where(group => group.Count() > 2 && group.Key.Length is > 14 and < 160).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        if (repeated.Count == 0)
            return [];
        var beside = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < text.Count; i++)
        {
            if (repeated.Contains(text[i]) && ((i > 0 && rules.Any("stamps", text[i - 1])) || (i + 1 < text.Count && rules.Any("stamps", text[i + 1]))))
                beside[text[i]] = beside.GetValueOrDefault(text[i]) + 1;
        }

        return [.. beside.Where(line => line.Value > 1).Select(line => line.Key)];
    }
}
