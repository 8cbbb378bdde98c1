using FhirMsc.Content.Import.Pages;
using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>
/// Finds recommendations: rated sentences and bullets, members of a list under a lead sentence, rows of tables, and statements without rating.
/// What has a rating but no direction, a lead without members, and a destroyed rating are listed as not read.
/// </summary>
internal sealed class RecommendationFinder
{
    private readonly RuleBook _rules;
    private readonly Ratings _ratings;
    private readonly Statements _statements;
    private readonly RatedSegments _segments;
    private readonly RecommendationMaker _maker;
    private readonly List<FoundRecommendation> _found = [];
    private readonly List<Unread> _unread = [];
    private Lead? _lead;
    private Lead? _flat;
    private string? _heading;
    private Rule? _column;
    private (RatingMatch Rating, Block Block)? _group;

    private RecommendationFinder(Outline outline, bool text, Ratings ratings, Statements statements, RuleBook rules)
    {
        (_ratings, _statements, _rules) = (ratings, statements, rules);
        _segments = new RatedSegments(ratings, new RatingLines(outline, text, ratings, rules), rules);
        _maker = new RecommendationMaker(rules);
    }

    /// <summary>Finds them.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="text">Whether it is plain text, which does not tell headings from short lines.</param>
    /// <param name="ratings">The schemes in use.</param>
    /// <param name="statements">What counts as a statement on this page.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="goOn">Whether there is time left.</param>
    public static (IReadOnlyList<FoundRecommendation> Found, IReadOnlyList<Unread> Unread) Find(Outline outline, bool text, Ratings ratings, Statements statements, RuleBook rules, Func<bool> goOn)
    {
        var finder = new RecommendationFinder(outline, text, ratings, statements, rules);
        var tables = new RecommendationTables(outline, ratings, rules);
        foreach (var passage in outline.Passages)
        {
            if (!goOn())
                break;
            try
            {
                finder.Look(passage, outline, tables);
            }
            catch (System.Text.RegularExpressions.RegexMatchTimeoutException)
            {
                finder._unread.Add(Unread.Of(passage.Block.Span, "page/too-involved", "These sentences took too long to read and were passed over.", Outline.TextOf(passage.Block)));
            }
        }

        finder.Close();
        return (Repetitions.Settle(finder._found, outline, rules, goOn), finder._unread);
    }

    private void Look(Passage passage, Outline outline, RecommendationTables tables)
    {
        var block = passage.Block;
        switch (block.Kind)
        {
            case BlockKind.Heading:
            case BlockKind.Paragraph when _rules.Any("groupLines", block.Text) && _ratings.Cell(block.Text) is { Rates: true }:
                Close();
                (_heading, _group) = (block.Text, _rules.Any("groupHeadings", block.Text) ? _ratings.Cell(block.Text) is { Rates: true } rating ? (rating, block) : null : null);
                break;
            case BlockKind.Row when !_statements.MayStandIn(passage.Section):
                break;
            case BlockKind.Row:
                Close();
                if (tables.Row(passage) is { } row)
                    _found.AddRange(row.Select(one => _maker.Make(one.Part, passage, null, one.Heading, "table")).Where(Keep));
                else if (!tables.IsHead(passage))
                    Cells(passage, tables);
                break;
            default:
                Text(block, passage, outline);
                break;
        }
    }

    /// <summary>A cell is a small page of its own; the first cell of its row says what the row is about.</summary>
    private void Cells(Passage passage, RecommendationTables tables)
    {
        var (lead, flat, heading) = (_lead, _flat, _heading);
        for (var i = 0; i < passage.Block.Cells.Count; i++)
        {
            (_lead, _flat) = (null, null);
            _column = tables.Points(passage, i);
            _heading = i > 0 && passage.Block.Cell(0) is [_, ..] first ? string.Join(' ', first.Select(block => block.Text)) : heading;
            foreach (var block in passage.Block.Cells[i])
            {
                if (block.Kind == BlockKind.Row)
                    Cells(passage with { Block = block }, tables);
                else
                    Text(block, passage, null);
            }

            Close();
        }

        (_lead, _flat, _heading, _column) = (lead, flat, heading, null);
    }

    private void Text(Block block, Passage passage, Outline? outline)
    {
        if (block.Kind == BlockKind.Heading || !_statements.MayStandIn(passage.Section) || IsEntry(block))
            return;
        var lead = Under(block);
        foreach (var (rule, match) in Ratings.Broken(block.Text, _rules))
            _unread.Add(Unread.Of(block.At(match.Index, match.Index + match.Length), rule.Id, "A rating was destroyed here. Read it on the page itself.", match.Value));
        var parts = Grouped(block, lead, _segments.Of(block, outline is null ? null : passage.Index, _heading is not null && _rules.Any("statementHeadings", _heading)));
        var own = IsLabel(block, lead, parts, At(passage, outline, 1)) ? OpenLead(block, lead, parts) : EndsWithColon(block) ? Back(block, lead, parts, At(passage, outline, -1)) ?? OpenLead(block, lead, parts) : null;
        foreach (var part in parts)
            Part(part, block, passage, lead, own);
        if (own is { } opened)
            (_lead, _flat) = (opened, null);
    }

    /// <summary>
    /// What is printed once for a group of statements, as "Class IIa" over a list or "The following recommendations are based on good evidence (Level A):",
    /// rates each item that has no rating, or the half of it that its own rating leaves open.
    /// </summary>
    private IReadOnlyList<RatedPart> Grouped(Block block, Lead? lead, IReadOnlyList<RatedPart> parts)
    {
        if (block.Kind != BlockKind.Item || ((lead is { Rating: { } above } && _rules.Any("groupLeads", lead.Text) ? (Rating: above, lead.Block) : _group) is not { } group) || parts.Count == 0)
            return parts;
        if (parts.All(part => part.Rating is null))
            return EndsWithColon(block) || Directions.In(block.Text, _rules) is null ? parts : [parts[0] with { End = block.Text.Length, SentenceEnd = block.Text.Length, Rating = group.Rating, RatingBlock = group.Block }];
        return [.. parts.Select(part => part.Rating is { } own && own.Scheme == group.Rating.Scheme && own.Strength is null && group.Rating.Strength is not null && group.Rating.Evidence is null
            ? part with { Rating = own with { Strength = group.Rating.Strength } } : part)];
    }

    /// <summary>An item that is a link from end to end leads to another page; it is an entry of a list of pages, whatever rating it names.</summary>
    private static bool IsEntry(Block block) => block.Kind == BlockKind.Item && block.Marks.Any(mark => mark is { Kind: MarkKind.Link, Target: not null } && mark.Start == 0 && mark.End >= block.Text.Length - 1);

    private void Part(RatedPart part, Block block, Passage passage, Lead? lead, Lead? own)
    {
        var isLead = own is not null && (own.Block != block || part.End >= own.End);
        if (part.Rating is not null)
        {
            if (_statements.Excluded(part.Sentence) is not { } other)
                Rated(part, block, passage, lead);
            else if (part.Rating.Rates)
                _unread.Add(Unread.Of(part.Block.At(part.Start, part.End), other.Id, "This is rated, but reads as history, as the statement of others or as an explanation. Nothing was taken from it.", part.Text));
            return;
        }

        if (isLead)
            return;
        if (lead is { IsRated: false } && lead.Points is not null && block.Kind == BlockKind.Item && part.Start == 0 && Member(part, block, passage, lead))
            return;
        if (lead is { IsRated: true } && block.Kind == BlockKind.Item && _found.Count > 0)
        {
            if (lead.Rating is not null && lead.Points is { Is: not "for" } && _rules.Any("leadsEach", lead.Text))
                Each(part, block, passage, lead);
            else
                Join(part, block, lead);
            return;
        }

        var regimen = _heading is not null ? _rules.First("regimenHeadings", _heading) : null;
        var rule = _statements.Plain(part.Text, passage.Section, block.Kind == BlockKind.Item) ?? (regimen is not null && !_statements.IsRated ? regimen : null);
        if (rule is null)
        {
            if (_statements.LacksRating(part.Text, passage.Section) && Directions.In(part.Text, _rules) is { Confidence: > 87 })
                _unread.Add(Unread.Of(part.Block.At(part.Start, part.End), "recommendations/no-rating", "This stands among the rated recommendations and reads like one, but has no rating. Nothing was taken from it.", part.Text));
            return;
        }

        var made = _maker.Make(part, passage with { Block = block }, null, _heading, null, rule);
        if (made.Direction is not null)
            _found.Add(made);
        else if (regimen is not null)
            _found.Add(made with { Direction = new Sourced<string>(regimen.Is, part.Block.At(part.Start, part.End), regimen.Id, 70) });
    }

    private void Rated(RatedPart part, Block block, Passage passage, Lead? lead)
    {
        var made = _maker.Make(part, passage with { Block = block }, lead, _heading, null);
        if (lead is not null)
            lead.Members++;
        if (lead?.Replaces is { } said)
            _found.Remove(said);
        if (made.Direction is null && (_column ?? (_heading is null ? null : _rules.First("regimenHeadings", _heading))) is { } column)
            made = made with { Direction = new Sourced<string>(column.Is, made.Span, column.Id, column.Confidence) };
        if (Keep(made))
            _found.Add(made);
    }

    /// <summary>A rated sentence without any word for its direction is none in running text, and an open point in a list or table.</summary>
    private bool Keep(FoundRecommendation made)
    {
        if (made.Direction is not null)
            return true;
        _unread.Add(Unread.Of(made.Span, "recommendations/no-direction", "This is rated, but no words tell whether it is for or against.", made.Own));
        return made.Kind is "bullet" or "numbered" or "table" && made.Section.Role is "recommendations" or "front" && made.Own.Length > 20;
    }

    private bool Member(RatedPart part, Block block, Passage passage, Lead lead)
    {
        if (!lead.IsStatement && !_statements.PlainCounts)
            return false;
        if (block.Text.EndsWith(':') || _rules.Any("ownStatements", part.Text) || _rules.Any("conditionItems", block.Text))
            return false;
        // Without a rating of its own an item is a member as a whole, not sentence by sentence.
        var whole = part with { End = block.Text.Length, SentenceEnd = block.Text.Length };
        lead.Members++;
        var made = _maker.Make(whole, passage with { Block = block }, lead, _heading, null);
        if (made.Direction is not null)
            _found.Add(made);
        return true;
    }

    /// <summary>"… insufficient evidence for or against the following drugs (AIII):" rates each of them.</summary>
    private void Each(RatedPart part, Block block, Passage passage, Lead lead)
    {
        var index = _found.FindLastIndex(found => ReferenceEquals(found.Block, lead.Block));
        if (part.Start > 0 || (index < 0 && lead.Members == 0))
            return;
        var made = _maker.Make(part with { End = block.Text.Length, SentenceEnd = block.Text.Length, Rating = lead.Rating, RatingBlock = lead.Block }, passage with { Block = block }, lead, _heading, null);
        if (lead.Members++ == 0)
            _found.RemoveAt(index);
        _found.Add(made);
    }

    /// <summary>Members of a lead that is rated itself belong to its statement.</summary>
    private void Join(RatedPart part, Block block, Lead lead)
    {
        var index = _found.FindLastIndex(found => ReferenceEquals(found.Block, lead.Block));
        if (index < 0 || part.Start > 0)
            return;
        lead.Members++;
        _found[index] = _found[index] with
        {
            Quotation = _found[index].Quotation + (lead.Members == 1 ? " " : "; ") + block.Text,
            Spans = [.. _found[index].Spans, block.Span],
        };
    }

    /// <summary>A short item that has a list of its own below it names that list, as "Preferred therapies" does without a colon.</summary>
    private static bool IsLabel(Block block, Lead? lead, IReadOnlyList<RatedPart> parts, Block? next) =>
        lead is not null && block.Kind == BlockKind.Item && block.Text.Length < 60 && !EndsWithColon(block) && next is { Kind: BlockKind.Item } && next.Level > block.Level && parts.All(part => part.Rating is null);

    private static bool EndsWithColon(Block block) => TextForms.Announces(block.Text);

    /// <summary>"The patients included in this population are:" goes on from the statement before it, which its members then take with them.</summary>
    private Lead? Back(Block block, Lead? above, IReadOnlyList<RatedPart> parts, Block? before)
    {
        if (_found is not [.., { Rating: null } said] || said.Block != before || parts.Any(part => part.Rating is not null) || !said.Rule.StartsWith("ownStatements/", StringComparison.Ordinal) || !_rules.Any("leadsBack", block.Text[..block.Text.LastIndexOf(':')]))
            return null;
        var end = said.At + said.Own.Length;
        return Directions.In(said.Own, _rules) is not { } direction ? null : new Lead
        {
            Block = before,
            Start = said.At,
            End = end,
            Depth = block.Kind == BlockKind.Item ? block.Level : 0,
            Above = above,
            Direction = direction,
            IsStatement = true,
            Replaces = said,
        };
    }

    private Lead OpenLead(Block block, Lead? above, IReadOnlyList<RatedPart> parts)
    {
        var start = Sentences.Of(block.Text, _rules) is [.., var last] ? last.Start : 0;
        var end = EndsWithColon(block) ? block.Text.LastIndexOf(':') : block.Text.Length;
        var direction = Directions.In(block.Text[start..end], _rules);
        // "Preferred therapies. Listed in order of preference:" says which way it points in the sentence before.
        if (direction is null && start > 0 && end < 300 && parts.All(part => part.Rating is null) && Directions.In(block.Text[..end], _rules) is { } whole)
            (start, direction) = (0, whole);
        var text = block.Text[start..end];
        return new Lead
        {
            Block = block,
            Start = start,
            End = end,
            Depth = block.Kind == BlockKind.Item ? block.Level : 0,
            Above = above,
            Direction = direction,
            IsStatement = _rules.Any("ownStatements", text) || above?.IsStatement == true,
            IsRated = parts.Any(part => part.Rating is { Rates: true } && part.End >= end - 2),
            Rating = parts.Where(part => part.RatingBlock is null && part.End >= end - 2).Select(part => part.Rating).FirstOrDefault(rating => rating is { Rates: true }),
        };
    }

    /// <summary>The lead that a block stands under. Text that lost its list levels keeps members at the level of their lead, as long as they are fragments.</summary>
    private Lead? Under(Block block)
    {
        if (block.Kind != BlockKind.Item)
        {
            var goesOn = _lead is { Depth: 0 } && block.Kind == BlockKind.Paragraph && block.Level == 0 && Fragment(block.Text) && _ratings.In(block.Text).Count == 1;
            if (goesOn)
                return _lead;
            if (block.Level == 0)
                Close();
            return _lead;
        }

        while (_lead is not null && _lead.Depth >= block.Level)
        {
            _flat = _lead.Depth == block.Level && _lead.Members == 0 ? _lead : null;
            Warn(_flat is null ? _lead : null);
            _lead = _lead.Above;
        }

        if (_flat is not null && _flat.Depth == block.Level && Fragment(block.Text))
            return _flat;
        Warn(_flat);
        _flat = null;
        return _lead;
    }

    private bool Fragment(string text) => text.Length < 200 && Directions.In(text, _rules) is not { Confidence: > 85 };

    private void Close()
    {
        for (var lead = _lead; lead is not null; lead = lead.Above)
            Warn(lead);
        Warn(_flat);
        (_lead, _flat) = (null, null);
    }

    private void Warn(Lead? lead)
    {
        if (lead is { Members: 0, IsStatement: true, IsRated: false, Direction: not null })
            _unread.Add(Unread.Of(lead.Block.At(lead.Start, lead.End), "recommendations/lead-without-members", "This sentence recommends what is listed below it, but the list is not there. Nothing was taken from it.", lead.Text));
    }

    private static Block? At(Passage passage, Outline? outline, int away) =>
        outline is null || passage.Index + away < 0 || passage.Index + away >= outline.Passages.Count ? null : outline.Passages[passage.Index + away].Block;
}
