using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Takes a reference apart: identifiers from its text and its link targets, then authors, title, journal and the figures behind it.</summary>
internal sealed partial class ReferenceParser(RuleBook rules)
{
    /// <summary>Parses one; <see langword="null"/> for a text that is no reference.</summary>
    public FoundReference? Parse(ReferenceText item)
    {
        var text = item.Text;
        var parts = new Dictionary<string, Sourced<string>>(StringComparer.Ordinal);
        var (ahead, preprint) = Identifiers(item, text, parts);
        Address(item, text, parts);
        var printed = Noise(text);
        var words = Words(text);
        var form = Form(words);
        var authors = Authors(words, form);
        if (form is { } found)
            Fill(item, text, found, authors, parts);
        if (parts.Count == 0 && item.Number is null)
            return null;
        var names = Names(authors.Text, authors.Corporate);
        return new FoundReference
        {
            Number = item.Number,
            Label = item.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? $"{(names.Count > 0 ? names[0].Split(' ', ',')[0] : "reference")} {parts.GetValueOrDefault("year")?.Value ?? "n.d."}",
            Printed = printed,
            Span = new Span(item.Blocks[0].Span.Start, item.Blocks[^1].Span.End),
            Authors = names,
            MoreAuthors = MoreForm().IsMatch(authors.Text),
            Corporate = authors.Corporate,
            Parts = parts,
            AheadOfPrint = ahead,
            Preprint = preprint,
        };
    }

    private (bool Ahead, bool Preprint) Identifiers(ReferenceText item, string text, Dictionary<string, Sourced<string>> parts)
    {
        var (ahead, preprint) = (false, false);
        foreach (var (value, span, rule) in InText(item, text).Concat(InLinks(item)))
        {
            switch (rule.Is)
            {
                case "ahead":
                    ahead = true;
                    break;
                case "preprint":
                    preprint = true;
                    break;
                case "accessed" when Dates.Read(value) is { } date:
                    parts.TryAdd("accessed", new Sourced<string>(date.Text, span, rule.Id, rule.Confidence));
                    break;
                case "accessed":
                    break;
                case "doi":
                    parts.TryAdd("doi", new Sourced<string>(DoiTail().Replace(Uri.UnescapeDataString(value).Replace(" ", string.Empty, StringComparison.Ordinal), string.Empty), span, rule.Id, rule.Confidence));
                    break;
                default:
                    parts.TryAdd(rule.Is, new Sourced<string>(value, span, rule.Id, rule.Confidence));
                    break;
            }
        }

        return (ahead, preprint);
    }

    private IEnumerable<(string Value, Span Span, Rule Rule)> InText(ReferenceText item, string text)
    {
        foreach (var rule in rules.List("referenceParts"))
        {
            if (rule.Form.Match(text) is { Success: true } match)
            {
                var value = match.Groups["value"] is { Success: true } group ? group : match;
                yield return (value.Value, item.At(value.Index, value.Index + value.Length), rule);
            }
        }
    }

    /// <summary>An identifier that only a link's target has stands, for the page, where the link's words stand.</summary>
    private IEnumerable<(string Value, Span Span, Rule Rule)> InLinks(ReferenceText item)
    {
        foreach (var block in item.Blocks)
        {
            foreach (var mark in block.Marks.Where(mark => mark.Target is { Length: > 8 }))
            {
                foreach (var rule in rules.List("referenceParts").Where(rule => rule.Is is "pmid" or "pmcid" or "doi"))
                {
                    if (rule.Form.Match(mark.Target!) is { Success: true } match)
                        yield return (match.Groups["value"].Value, block.At(mark.Start, Math.Max(mark.End, mark.Start)), rule);
                }
            }
        }
    }

    private static void Address(ReferenceText item, string text, Dictionary<string, Sourced<string>> parts)
    {
        foreach (Match match in Url().Matches(text))
        {
            var url = UrlTail().Replace(match.Value, string.Empty);
            if (url.Length > 12)
            {
                parts.TryAdd("url", new Sourced<string>(url, item.At(match.Index, match.Index + url.Length), "references/address", 97));
                return;
            }
        }

        foreach (var block in item.Blocks)
        {
            // A link whose words are the title or "Available at" leads to the work itself; PubMed and DOI links are identifiers.
            if (block.Marks.FirstOrDefault(mark => mark.Target is { Length: > 12 } target && target.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !Resolver().IsMatch(target)) is { } link)
            {
                parts.TryAdd("url", new Sourced<string>(link.Target!, block.At(link.Start, Math.Max(link.Start, link.End)), "references/link", 90));
                return;
            }
        }
    }

    private string Noise(string text)
    {
        var (printed, _) = (text, 0);
        foreach (var (_, match) in rules.All("referenceNoise", text).Reverse())
        {
            if (!match.Value.StartsWith("Available", StringComparison.OrdinalIgnoreCase))
                printed = printed.Remove(match.Index, match.Length);
        }

        return Blanks().Replace(printed, " ").Trim();
    }

    /// <summary>The text with addresses and identifiers blanked out, so that offsets stay.</summary>
    private string Words(string text)
    {
        var blank = text.ToCharArray();
        foreach (var match in Url().Matches(text).Concat(rules.All("referenceNoise", text).Select(noise => noise.Match)).Concat(Tagged().Matches(text)).Concat(rules.List("referenceParts").Where(rule => rule.Is == "accessed").SelectMany(rule => rule.Form.Matches(text))))
            Array.Fill(blank, ' ', match.Index, match.Length);
        return new string(blank).TrimEnd(' ', '.', ';', ',') + ".";
    }

    private (Rule Rule, Match Match)? Form(string words)
    {
        foreach (var rule in rules.List("referenceForms"))
        {
            if (rule.Form.Match(words) is { Success: true } match)
                return (rule, match);
        }

        return null;
    }

    private (string Text, int End, bool Corporate) Authors(string words, (Rule Rule, Match Match)? form)
    {
        if (form?.Match.Groups["authors"] is { Success: true } given)
            return (given.Value, given.Index + given.Length, !Initials().IsMatch(given.Value));
        foreach (var rule in rules.List("referenceAuthors"))
        {
            if (rule.Form.Match(words) is { Success: true } match)
                return (match.Groups["authors"].Value, match.Index + match.Length, rule.Is == "corporate");
        }

        return (string.Empty, 0, false);
    }

    private static void Fill(ReferenceText item, string text, (Rule Rule, Match Match) form, (string Text, int End, bool Corporate) authors, Dictionary<string, Sourced<string>> parts)
    {
        foreach (var name in new[] { "container", "year", "volume", "issue", "pages", "title" })
        {
            if (form.Match.Groups[name] is { Success: true, Length: > 0 } group)
                Set(name, group.Index, group.Value);
        }

        if (form.Match.Groups["before"] is { Success: true } before && authors.End < before.Index + before.Length)
            Set("title", authors.End, text[authors.End..(before.Index + before.Length)]);
        else if (form.Match.Groups["container"] is { Success: true } title && form.Match.Groups["before"].Success && authors.End > 0)
            Swap(title);

        void Set(string name, int index, string value)
        {
            var lead = value.Length - value.TrimStart(' ', '"', '“', '‘').Length;
            var trimmed = (name == "title" ? value.Trim().TrimEnd('.', ' ', '"', '”', '’') : value).Trim(' ', ',', '"', '“', '‘', ';');
            if (trimmed.Length > 0)
                parts.TryAdd(name, new Sourced<string>(trimmed, item.At(index + lead, index + lead + trimmed.Length), form.Rule.Id, form.Rule.Confidence));
        }

        // An article number where a volume is expected: it is what the journal gives instead of pages.
        if (parts.TryGetValue("volume", out var volume) && !parts.ContainsKey("pages") && volume.Value.Length > 5 && parts.Remove("volume"))
            parts["pages"] = volume;

        // "Organisation. Title. 2019.": there is no journal, what stands before the year is the title.
        void Swap(Group found)
        {
            parts.Remove("container");
            parts.Remove("title");
            Set("title", found.Index, found.Value);
        }
    }

    private static List<string> Names(string authors, bool corporate)
    {
        if (authors.Length == 0)
            return [];
        var bare = MoreForm().Replace(authors, string.Empty).Trim(' ', ',', '.', '…', '&');
        if (corporate)
            return [bare];
        if (ApaName().Matches(bare) is { Count: > 0 } apa && bare.Contains('.', StringComparison.Ordinal))
            return [.. apa.Select(match => match.Value.Trim(' ', ','))];
        return [.. Comma().Split(bare).Select(name => name.Trim()).Where(name => name.Length > 1)];
    }

    [GeneratedRegex(@"https?://[^\s<>""”\]]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?:[.,;:)\]]|external|icon)+$", RegexOptions.CultureInvariant)]
    private static partial Regex UrlTail();

    [GeneratedRegex(@"(?:[.,;:)\]]+|\.full(?:\.pdf)?|v\d+(?:\.full)?(?:\.pdf)?)$", RegexOptions.CultureInvariant)]
    private static partial Regex DoiTail();

    [GeneratedRegex(@"pubmed|doi\.org|entrez|scholar\.google|crossref|ncbi\.nlm\.nih\.gov/(?:entrez|m/pubmed)|/pmc/", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Resolver();

    [GeneratedRegex(@"\b(?:PMID|PMCID|PubMed ID|Medline|doi) ?[:=]? ?\S+|\[(?:letter|editorial|preprint|internet|abstract|published online[^\]]*)\]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Tagged();

    [GeneratedRegex(@",? ?\bet al\b\.?|,? and others\b", RegexOptions.CultureInvariant)]
    private static partial Regex MoreForm();

    [GeneratedRegex(@"\p{Lu}{1,3}$|\b\p{Lu}\.|\bet al|\p{Lu}{1,3},", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    [GeneratedRegex(@"\p{Lu}[\p{L}’' -]+, (?:\p{Lu}\.[ -]?)+", RegexOptions.CultureInvariant)]
    private static partial Regex ApaName();

    [GeneratedRegex(@"\s*[,;]\s*(?:and |& )?|\s+(?:and|&)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Comma();

    [GeneratedRegex(@"\s{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
