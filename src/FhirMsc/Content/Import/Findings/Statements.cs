using FhirMsc.Content.Import.Rules;

namespace FhirMsc.Content.Import.Findings;

/// <summary>Decides which sentences without a rating are recommendations, and which rated ones are none.</summary>
internal sealed class Statements
{
    private readonly RuleBook _rules;
    private readonly string _title;
    private bool _tellsOfOthers;
    private readonly HashSet<string> _silent;
    private readonly HashSet<string> _explaining;

    private Statements(string? title, RuleBook rules) =>
        (_title, _rules, _silent, _explaining) = (title ?? string.Empty, rules, [.. rules.Words("silentRoles")], [.. rules.Words("explainingRoles")]);

    /// <summary>Whether the page is guidance that rates nothing, so that its instructions count.</summary>
    public bool PlainCounts { get; private init; }

    /// <summary>Whether the scheme of the page rates every statement.</summary>
    public bool RatesAll { get; private init; }

    /// <summary>Whether ratings stand on the page.</summary>
    public bool IsRated { get; private init; }

    /// <summary>Why no recommendation is taken from this page; <see langword="null"/> when some may.</summary>
    public string? NoGuideline { get; private init; }

    /// <summary>Judges a page.</summary>
    public static Statements Of(Outline outline, Ratings ratings, RuleBook rules, string? title)
    {
        var (rated, silent) = (ratings.Schemes.Count > 0, rules.Words("silentRoles"));
        var other = title is not null && rules.First("noGuideline", title) is { } rule ? rule.Id : null;
        var guidance = (title is not null && rules.Any("guidanceTitles", title))
            || outline.Sections.Any(section => section.Title is { } heading && rules.Any("guidanceHeadings", heading));
        other ??= News(outline, rated, rules)?.Id;
        return new Statements(title, rules)
        {
            _tellsOfOthers = outline.Passages.Where(passage => !silent.Any(passage.Section.Is)).SelectMany(passage => rules.List("recommenders").SelectMany(rule => rule.Form.Matches(passage.Block.Text))).Select(match => match.Groups["who"].Value).Distinct(StringComparer.Ordinal).Count() > 2,
            IsRated = rated,
            RatesAll = ratings.Schemes.Any(scheme => scheme.RatesStatements),
            PlainCounts = !rated && guidance && other is null && !outline.Passages.Any(passage => rules.Any("panels", passage.Block.Text) && !silent.Any(passage.Section.Is)),
            NoGuideline = other is not null ? $"Its title or what stands on it says that it is something else ({other})." : null,
        };
    }

    /// <summary>A page that reports what others recommend: what a news site puts around its texts, or an opening that tells of a guideline as of an event.</summary>
    private static Rule? News(Outline outline, bool rated, RuleBook rules)
    {
        if (outline.Passages.Select(passage => rules.First("newsSigns", passage.Block.Text)).FirstOrDefault(sign => sign is not null) is { } around)
            return around;
        return rated ? null : outline.Passages.Where(passage => passage.Block.Kind == Pages.BlockKind.Paragraph && passage.Block.Text.Length > 60).Take(2).Select(passage => rules.First("newsOpenings", passage.Block.Text)).FirstOrDefault(opening => opening is not null);
    }

    /// <summary>Whether sentences of a section can be recommendations at all.</summary>
    public bool MayStandIn(PageSection section) => NoGuideline is null && !_silent.Contains(section.Role) && (section.Parent is null || MayStandIn(section.Parent));

    /// <summary>Whether a sentence only looks like a recommendation.</summary>
    public Rule? Excluded(string sentence) => _rules.List("noStatement").FirstOrDefault(rule => rule.Form.Match(sentence) is { Success: true } match && !IsOwn(match.Groups["who"]))
        ?? (_tellsOfOthers ? _rules.List("recommenders").FirstOrDefault(rule => rule.Form.Match(sentence) is { Success: true } match && !IsOwn(match.Groups["who"])) : null);

    /// <summary>The rule by which a sentence without rating is a recommendation.</summary>
    public Rule? Plain(string sentence, PageSection section, bool item)
    {
        if (!MayStandIn(section) || Excluded(sentence) is not null || sentence.Length < 12)
            return null;
        if (RatesAll || _rules.Any("noPlainStatement", sentence))
            return null;
        if (_rules.First("ownStatements", sentence) is { } own && (!IsRated || !Explains(section)))
            return IsRated || PlainCounts || (!_rules.Any("agencyStatements", sentence) && !Explains(section)) ? own : null;
        return !PlainCounts || section.Is("background") ? null : _rules.First("plainStatements", sentence) ?? (item || section.Is("recommendations") ? _rules.First("plainItems", sentence) : null);
    }

    /// <summary>Whether a sentence without rating stands where a rated page gives its recommendations, so that its rating may have been lost.</summary>
    public bool LacksRating(string sentence, PageSection section) => IsRated && section.Is("recommendations") && sentence.Length >= 12 && Excluded(sentence) is null;

    /// <summary>Whether those whom a sentence names are those whose page it is.</summary>
    private bool IsOwn(System.Text.RegularExpressions.Group who) => who.Success && System.Text.RegularExpressions.Regex.IsMatch(_title, $@"\b{System.Text.RegularExpressions.Regex.Escape(who.Value.Trim())}\b", System.Text.RegularExpressions.RegexOptions.CultureInvariant);

    private bool Explains(PageSection section) => _explaining.Contains(section.Role) || (section.Parent is { } parent && Explains(parent));
}
