using System.Globalization;
using FhirMsc.Content.Import.Pages;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>A draft: content as far as the page gives it, and under the key <c>import</c> where every value came from and what a person decided.</summary>
internal sealed class Draft(DraftMap root)
{
    /// <summary>Key of the record of the import in a content file.</summary>
    public const string Key = "import";

    /// <summary>Values surer than this need no question.</summary>
    public const int Sure = 90;

    /// <summary>Content and record.</summary>
    public DraftMap Root { get; } = root;

    /// <summary>The record of the import.</summary>
    public DraftMap Record => Root[Key] as DraftMap ?? Root.Make(Key);

    /// <summary>Where values came from, in page order of the content.</summary>
    public IEnumerable<DraftOrigin> Origins => Maps("values").Select(value => new DraftOrigin(
        value.Text("path") ?? string.Empty, Span(value), value.Text("rule") ?? string.Empty, Number(value, "confidence")));

    /// <summary>What was not read.</summary>
    public IEnumerable<Unread> Unread => Maps("unread").Select(item => new Unread(Span(item), item.Text("rule") ?? string.Empty, item.Text("reason") ?? string.Empty, item.Text("text") ?? string.Empty));

    /// <summary>What a person decided, in the order of deciding.</summary>
    public IEnumerable<Decision> Decisions => Maps("decisions").Select(item => new Decision(item.Text("path") ?? string.Empty, item.Text("answer") ?? string.Empty, item.Text("found"), item.Text("value")));

    /// <summary>Records a decision; a later one about the same path takes its place.</summary>
    public void Decide(Decision decision)
    {
        var kept = Maps("decisions").Where(item => item.Text("path") != decision.Path).ToList<DraftNode>();
        kept.Add(new DraftMap().Set("path", decision.Path).Set("answer", decision.Answer).Set("found", decision.Found).Set("value", decision.Value));
        Record.Set("decisions", new DraftList(kept));
    }

    private IEnumerable<DraftMap> Maps(string key) => (Record[key] as DraftList)?.Items.OfType<DraftMap>() ?? [];

    private static Span Span(DraftMap map) => map["span"] is DraftList { Items: [DraftText start, DraftText end] } ? new Span(Parse(start.Value), Parse(end.Value)) : default;

    private static int Number(DraftMap map, string key) => Parse(map.Text(key));

    private static int Parse(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
