using System.Text.RegularExpressions;
using FhirMsc.Content.Source;

namespace FhirMsc.Content.Tracing;

/// <summary>
/// A published page as plain text, cut into the sections of the content and these into sentences or items, so that a <see cref="Place"/> leads to the
/// words it means. The page itself is never part of the content; whoever has it can trace into it.
/// </summary>
public sealed partial class PageText
{
    private readonly Dictionary<string, IReadOnlyList<string>> _units;

    private PageText(Dictionary<string, IReadOnlyList<string>> units) => _units = units;

    /// <summary>Cuts a page.</summary>
    /// <param name="text">The page as text, one paragraph, heading or list item to a line.</param>
    /// <param name="sections">The sections of the content, in page order. A heading is a line that holds nothing else; a colon after it is let pass, and one that is missing is passed over.</param>
    public static PageText Cut(string text, IReadOnlyList<Section> sections)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sections);
        var lines = sections.ToDictionary(section => section.Id, _ => new List<string>(), StringComparer.Ordinal);
        var next = 0;
        var current = sections.Count > 0 && sections[0].Title is null ? sections[0] : null;
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            var heading = sections.Skip(next).TakeWhile(section => section.Title != line.TrimEnd(':')).Count() + next;
            if (heading < sections.Count)
            {
                current = sections[heading];
                next = heading + 1;
            }
            else if (current is not null)
            {
                lines[current.Id].Add(line);
            }
        }

        return new(sections.ToDictionary(section => section.Id, section => Units(section, lines[section.Id]), StringComparer.Ordinal));
    }

    /// <summary>The sentences or items at a place, as printed; empty when the page has no such place.</summary>
    public IReadOnlyList<string> At(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (!_units.TryGetValue(place.Section, out var units))
            return [];
        var (first, last) = (place.First ?? 1, place.First is null ? units.Count : place.Last ?? place.First.Value);
        return last > units.Count ? [] : [.. units.Skip(first - 1).Take(last - first + 1)];
    }

    private static IReadOnlyList<string> Units(Section section, List<string> lines) => section.Counted switch
    {
        SectionUnit.Items => [.. lines.Select(line => Marker().Replace(line, string.Empty))],
        _ => [.. lines.SelectMany(line => SentenceEnd().Split(Marker().Replace(line, string.Empty)))],
    };

    /// <summary>A bullet or the number of a numbered item.</summary>
    [GeneratedRegex(@"^(•|\d{1,3}\.)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Marker();

    /// <summary>White space after the end of a sentence and its citation numbers, before a capital or a digit's sentence; not after common abbreviations.</summary>
    [GeneratedRegex(@"(?<=(?<!\b(?:U\.S|e\.g|i\.e|et al|vs|Dr|No))[.!?][\d,–-]*)\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
