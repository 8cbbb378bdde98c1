using System.Text.RegularExpressions;

namespace FhirMsc.Content.Import.Rules;

/// <summary>All rules of the import. They live in readable files under <c>fhir-resources/import</c> and are compiled once; a book never changes.</summary>
internal sealed class RuleBook
{
    private static readonly Lazy<RuleBook> Embedded = new(RuleFiles.LoadEmbedded);

    private readonly IReadOnlyDictionary<string, IReadOnlyList<Rule>> _lists;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _words;

    internal RuleBook(IReadOnlyDictionary<string, IReadOnlyList<Rule>> lists, IReadOnlyDictionary<string, IReadOnlyList<string>> words, IReadOnlyList<Scheme> schemes) =>
        (_lists, _words, Schemes) = (lists, words, schemes);

    /// <summary>The rules the tool is delivered with.</summary>
    public static RuleBook Default => Embedded.Value;

    /// <summary>The rating schemes, in the order of their files' names.</summary>
    public IReadOnlyList<Scheme> Schemes { get; }

    /// <summary>Names of all lists.</summary>
    public IEnumerable<string> Names => _lists.Keys.Concat(_words.Keys);

    /// <summary>A list of rules, e.g. <c>directions</c>; the order is the order of the file.</summary>
    /// <exception cref="KeyNotFoundException">No file has the list: the program and its rules do not belong together.</exception>
    public IReadOnlyList<Rule> List(string name) => _lists[name];

    /// <summary>A list of plain words, e.g. names of HTML elements.</summary>
    public IReadOnlyList<string> Words(string name) => _words[name];

    /// <summary>First rule of a list whose form is in the text.</summary>
    public Rule? First(string list, string text) => List(list).FirstOrDefault(rule => rule.Matches(text));

    /// <summary>Whether a rule of a list has its form in the text.</summary>
    public bool Any(string list, string text) => First(list, text) is not null;

    /// <summary>First match of any rule of a list, the earliest in the text; of two at one place the longer.</summary>
    public (Rule Rule, Match Match)? Earliest(string list, string text) => All(list, text).Select(found => ((Rule, Match)?)found).FirstOrDefault();

    /// <summary>All matches of all rules of a list in the order of the text, overlaps settled for the earlier and then the longer one.</summary>
    public IReadOnlyList<(Rule Rule, Match Match)> All(string list, string text)
    {
        var kept = new List<(Rule Rule, Match Match)>();
        foreach (var found in from rule in List(list) from Match match in rule.Form.Matches(text) where match.Length > 0 orderby match.Index, match.Length descending select (rule, match))
        {
            if (kept.Count == 0 || found.match.Index >= kept[^1].Match.Index + kept[^1].Match.Length)
                kept.Add(found);
        }

        return kept;
    }
}
