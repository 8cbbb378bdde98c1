using System.Text.RegularExpressions;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Makes a recommendation of a part: quotation, direction, exceptions, and the words for population and intervention.</summary>
internal sealed partial class RecommendationMaker(RuleBook rules)
{
    private const string Omission = " […] ";

    /// <summary>Makes one.</summary>
    /// <param name="part">The words and their rating.</param>
    /// <param name="passage">Where they stand.</param>
    /// <param name="lead">The sentence above that they are a member of.</param>
    /// <param name="heading">The heading above.</param>
    /// <param name="kind">The kind, if it is not told by the block.</param>
    /// <param name="rule">Rule that made it a recommendation; a rating does it by itself.</param>
    public FoundRecommendation Make(RatedPart part, Passage passage, Lead? lead, string? heading, string? kind, Rule? rule = null)
    {
        var block = part.Block;
        // What stands behind the rating can point elsewhere: "… (BII) but makes no recommendation for children".
        var own = Several(part) ?? (part is { Rating: { IsBefore: false } rated, RatingBlock: null } && rated.End < part.End ? Directions.In(part.Block.Text[part.Start..rated.End], rules) : null) ?? Directions.In(part.Text, rules);
        var pieces = Pieces(part, lead, own).ToList();
        var direction = Direction(part, lead, heading, own);
        var rating = part.Rating is { Rates: true } found
            ? new FoundRating(found.Scheme, found.Printed, found.Strength, found.Evidence, (part.RatingBlock ?? block).At(found.Start, found.End), found.Rule.Id, found.Rule.Confidence) : null;
        var (quotation, notes) = (string.Join(string.Empty, pieces.Select(piece => piece.Join + piece.Text)), new List<string>());
        // A rating in another cell or line is quoted with what it rates.
        if (part is { RatingBlock: { } apart, Rating: { Rates: true } aside } && !ReferenceEquals(apart, lead?.Block))
            (quotation, pieces) = (quotation + Omission + aside.Printed, [(string.Empty, string.Empty, apart.Span), .. pieces]);
        if (own?.Rule.Note is { } note)
            notes.Add(note);
        if (rating?.Scheme.Directions.GetValueOrDefault(rating.Strength ?? string.Empty) is { } defined && direction is not null && defined != direction.Value)
        {
            notes.Add($"By its scheme the rating {rating.Printed} means \"{defined}\"; the words say \"{direction.Value}\".");
            direction = rating.Scheme.Decides.Contains(rating.Strength!) ? new Sourced<string>(defined, rating.Span, rating.Rule + "/direction", 60) : direction with { Confidence = Math.Min(direction.Confidence, 50) };
        }
        else if (rating?.Scheme.Directions.GetValueOrDefault(rating.Strength ?? string.Empty) is { } alone && direction is null)
        {
            direction = new Sourced<string>(alone, rating.Span, rating.Rule + "/direction", 80);
        }

        // On a list of recommendations what is said without any word of refusal is to be done, where the scheme has no other statements.
        if (direction is null && part.Rating is { Scheme.Affirms: true, Rates: true } affirmed && block.Kind == BlockKind.Item && (block.Number ?? block.Label?.Length) is not null && affirmed.End >= block.Text.Length - 2 && rules.List("negations").FirstOrDefault(negation => negation.Matches(part.Text)) is null)
            direction = new Sourced<string>("for", block.At(part.Start, part.End), affirmed.Scheme.Id + "/affirms", 55);
        return new FoundRecommendation
        {
            Quotation = quotation,
            Spans = [.. pieces.Select(piece => piece.Span)],
            Own = part.Text,
            Rating = rating,
            Direction = direction,
            // "Measured outside of the office" is where something is done; only what is not to be done has an outside. "In the absence of A, give B" is a condition.
            Exceptions = [.. Cases(part, lead).Where(found => direction?.Value != "for" || !(found.Rule.EndsWith("/outside-of", StringComparison.Ordinal) || found.Rule.EndsWith("/absence", StringComparison.Ordinal)))],
            Population = First("populations", "population", part, lead) ?? (heading is not null && rules.Earliest("populations", heading) is { } inHeading ? new Sourced<string>(inHeading.Match.Groups["population"].Value, passage.Section.Span, inHeading.Rule.Id, 50) : null),
            Intervention = First("interventions", "intervention", part, lead) ?? (lead is not null ? Member(part) : null),
            Jurisdiction = rules.Earliest("jurisdictions", part.Text) is { } country ? new Sourced<string>(country.Rule.Is, block.At(part.Start + country.Match.Index, part.Start + country.Match.Index + country.Match.Length), country.Rule.Id, country.Rule.Confidence) : null,
            Section = passage.Section,
            Block = block,
            At = part.Start,
            Kind = kind ?? (block.Kind == BlockKind.Item ? block.Number is null && block.Label is null ? "bullet" : "numbered" : "prose"),
            Number = block.Label ?? block.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Rule = rating is not null ? part.Rating!.Rule.Id : rule?.Id ?? (part.Rating is { } year ? year.Rule.Id : "recommendations/member-of-lead"),
            Confidence = rating is not null ? part.Rating!.Rule.Confidence : rule?.Confidence ?? part.Rating?.Rule.Confidence ?? 90,
            Notes = notes,
        };
    }

    /// <summary>Of several sentences with one rating the first says what is to be done; the others go on from there.</summary>
    private Directions.Found? Several(RatedPart part)
    {
        if (part.Rating is not { Scheme.RatesStatements: true } || Sentences.Of(part.Text, rules) is not [var (start, end), _, ..])
            return null;
        return start == 0 ? Directions.In(part.Text[..end], rules) : null;
    }

    /// <summary>The pieces of the quotation: the lead, what the sentence says for all its parts, and the part.</summary>
    private static IEnumerable<(string Join, string Text, Span Span)> Pieces(RatedPart part, Lead? lead, Directions.Found? own)
    {
        var join = string.Empty;
        for (var above = lead; above is not null && above.Points is not null && own is not { Confidence: > 93 }; above = null)
        {
            yield return (string.Empty, above.Text.TrimEnd(), above.Block.At(above.Start, above.End));
            join = ": ";
        }

        if (part.Before is { } first)
        {
            while (first.Before is not null)
                first = first.Before;
            var head = part.Start == part.SentenceStart ? 0 : Head(part, first, own);
            if (head > first.Start)
            {
                yield return (join, Quoted(part.Block, first.SentenceStart, head).TrimEnd(','), part.Block.At(first.SentenceStart, head));
                join = Omission;
            }
        }

        yield return (join, Quoted(part.Block, part.Start, part.End), part.Block.At(part.Start, part.End));
    }

    /// <summary>The words without raised footnote signs and citation numbers, where markup tells them from the text; exponents of units stay.</summary>
    private static string Quoted(Block block, int start, int end)
    {
        var text = new System.Text.StringBuilder(block.Text[start..end]);
        foreach (var mark in block.Marks.Where(mark => mark.Kind == MarkKind.Superscript && mark.Start > start && mark.End <= end && mark.End > mark.Start).OrderByDescending(mark => mark.Start))
        {
            if (FootnoteSign().IsMatch(block.Text[mark.Start..mark.End]) && (!Unit().IsMatch(block.Text[..mark.Start]) || block.Marks.Any(other => other.Kind == MarkKind.Superscript && other.End == mark.Start)))
                text.Remove(mark.Start - start, mark.End - mark.Start);
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>End of what the first part says for the others: up to the place where this part goes on with the same word, or up to its rating.</summary>
    private static int Head(RatedPart part, RatedPart first, Directions.Found? own)
    {
        var limit = first.Rating!.Start;
        if (own is { Confidence: > 90 })
            return Opening().Match(part.Sentence) is { Success: true } opening && opening.Length < limit - part.SentenceStart ? part.SentenceStart + opening.Length : 0;
        var word = part.Text.Split(' ')[0];
        var said = part.Block.Text[first.Start..limit];
        var same = said.LastIndexOf(" " + word + " ", StringComparison.Ordinal);
        return first.Start + (same > 0 ? same : said.TrimEnd().Length);
    }

    private Sourced<string>? Direction(RatedPart part, Lead? lead, string? heading, Directions.Found? own)
    {
        var block = part.Block;
        if (own is not null && !(own.IsAside && (part.Before is not null || lead?.Points is not null)) && (own.Rule.Is != "for" || own.Confidence > 70 || StartsClause(part) || (lead is null && part.Before is null)))
        {
            // Under a lead that tells a direction, a weak word of the member ("may be used") does not turn it round.
            if (lead?.Points is { } above && above.Is != own.Is && own.Confidence < above.Confidence)
                return new Sourced<string>(above.Is, lead.PointsIn!.At(Shift(lead, above.Start), Shift(lead, above.End)), above.Rule.Id, Math.Min(above.Confidence, 75));
            return new Sourced<string>(own.Is, block.At(part.Start + own.Start, part.Start + own.End), own.Rule.Id, own.Confidence);
        }

        for (var before = part.Before; before is not null; before = before.Before)
        {
            if (Directions.In(before.Text, rules) is { } shared)
                return new Sourced<string>(shared.Is, block.At(before.Start + shared.Start, before.Start + shared.End), shared.Rule.Id, Math.Min(shared.Confidence, 92));
        }

        // "… against using X (AIII)": the words can stand before the part, in the same sentence.
        if (part.Start > part.SentenceStart && Directions.In(block.Text[part.SentenceStart..part.End], rules) is { } sentence)
            return new Sourced<string>(sentence.Is, block.At(part.SentenceStart + sentence.Start, part.SentenceStart + sentence.End), sentence.Rule.Id, Math.Min(sentence.Confidence, 85));
        if (lead?.Points is { } led)
            return new Sourced<string>(led.Is, lead.PointsIn!.At(Shift(lead, led.Start), Shift(lead, led.End)), led.Rule.Id, Math.Min(led.Confidence, 95));
        if (own is not null)
            return new Sourced<string>(own.Is, block.At(part.Start + own.Start, part.Start + own.End), own.Rule.Id, own.Confidence);
        return heading is not null && Directions.In(heading, rules) is { Confidence: > 90 } above2 ? new Sourced<string>(above2.Is, block.At(part.Start, part.End), above2.Rule.Id, 65) : null;
    }

    /// <summary>Behind a semicolon or full stop a part speaks for itself.</summary>
    private static bool StartsClause(RatedPart part) => part.Start > 1 && part.Block.Text.AsSpan(0, part.Start).TrimEnd() is var before && before[^1] is ';' or '.';

    private static int Shift(Lead lead, int at)
    {
        var from = lead;
        while (from.Direction is null && from.Above is not null)
            from = from.Above;
        return from.Start + at;
    }

    private List<Sourced<string>> Cases(RatedPart part, Lead? lead)
    {
        var cases = Exceptions.In(part.Text, rules).Select(found => Unrated(found, part)).OfType<Exceptions.Found>().Select(found => Case(found, part.Block, part.Start)).ToList();
        // What a lead excepts, it excepts for all its members.
        for (var above = lead; above is not null && cases.Count == 0; above = above.Above)
            cases.AddRange(Exceptions.In(above.Text, rules).Select(found => Case(found, above.Block, above.Start)));
        return cases;
    }

    /// <summary>A case without the rating that stands behind it: "unless it bleeds [2C]".</summary>
    private static Exceptions.Found? Unrated(Exceptions.Found found, RatedPart part)
    {
        if (part is not { RatingBlock: null, Rating: { IsBefore: false } rating } || rating.Start - part.Start >= found.End || rating.End - part.Start <= found.Start)
            return found;
        var words = part.Text[found.Start..Math.Max(found.Start, rating.Start - part.Start)].TrimEnd(' ', ',', '(', '[', '.');
        return words.Length < 3 ? null : found with { Text = words, End = found.Start + words.Length };
    }

    private static Sourced<string> Case(Exceptions.Found found, Block block, int start) =>
        new(found.Text, block.At(start + found.Start, start + found.End), found.Rule.Id, found.Rule.Confidence);

    private Sourced<string>? First(string list, string group, RatedPart part, Lead? lead)
    {
        if (Best(list, group, part.Text, part.Block, part.Start) is { } own)
            return own;
        for (var before = part.Before; before is not null; before = before.Before)
        {
            if (Best(list, group, before.Text, before.Block, before.Start) is { } shared && list == "interventions")
                return shared;
        }

        return lead is null || list == "interventions" ? null : Best(list, group, lead.Text, lead.Block, lead.Start);
    }

    private Sourced<string>? Best(string list, string group, string text, Block block, int start)
    {
        foreach (var rule in rules.List(list))
        {
            if (rule.Form.Match(text).Groups[group] is not { Success: true } value)
                continue;
            var words = value.Value.TrimEnd(' ', ',', ';');
            return new Sourced<string>(words, block.At(start + value.Index, start + value.Index + words.Length), rule.Id, rule.Confidence);
        }

        return null;
    }

    /// <summary>What a member of a list names first is what it is about.</summary>
    private static Sourced<string>? Member(RatedPart part)
    {
        var end = Name().Match(part.Text).Length;
        return end < 3 ? null : new Sourced<string>(part.Text[..end].TrimEnd(' ', ',', '.', ';'), part.Block.At(part.Start, part.Start + end), "interventions/member-of-lead", 65);
    }

    [GeneratedRegex(@"^[a-z\d*†‡§¶#,\s–-]{1,14}$", RegexOptions.CultureInvariant)]
    private static partial Regex FootnoteSign();

    [GeneratedRegex(@"(?:\b(?:mm|cm|m|km|10|s|min|kg)|\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Unit();

    [GeneratedRegex(@"^[^()\[\];:]{2,120}?(?= for the (?:treatment|prevention)| in (?:patients|adults|children|hospitali|nonhospitali)| \(|\[|$|[;:])", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:[^.;]{0,80}?\b(?:[Pp]anel|USPSTF|[Tt]ask [Ff]orce|CDC|ACIP|[Cc]ommittee|[Gg]roup)(?: \([^)]*\))?)", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();
}
