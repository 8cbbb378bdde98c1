using FhirMsc.Content.Reading.Yaml;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Content.Changes;

/// <summary>Says changes in words.</summary>
/// <param name="before">Root of the former content.</param>
/// <param name="after">Root of the new content.</param>
internal sealed class ChangeWords(SourceNode before, SourceNode after)
{
    /// <summary>What one item of a list is called.</summary>
    private static readonly Dictionary<string, string> Nouns = new(StringComparer.Ordinal)
    {
        ["recommendations"] = "recommendation",
        ["exceptions"] = "exception",
        ["restsOn"] = "reason",
        ["background"] = "background fact",
        ["studies"] = "study",
        ["arms"] = "arm",
        ["subgroups"] = "part of an arm",
        ["endpoints"] = "endpoint",
        ["outcomes"] = "outcome",
        ["results"] = "result of arm",
        ["effects"] = "effect",
        ["limitations"] = "limitation",
        ["notes"] = "note",
        ["adverseEffects"] = "harms",
        ["risks"] = "risk",
        ["considerations"] = "consideration",
        ["references"] = "reference",
        ["cites"] = "citation of reference",
        ["authors"] = "author",
        ["defects"] = "defect of the page",
        ["sections"] = "section",
        ["ratingSchemes"] = "rating scheme",
        ["levels"] = "level",
        ["codeSystems"] = "code system",
        ["valueSets"] = "value set",
        ["groups"] = "codes of",
        ["concepts"] = "code",
        ["mappings"] = "mapping",
        ["licences"] = "licence",
        ["inputs"] = "input",
        ["criteria"] = "criterion",
        ["services"] = "service",
        ["suggestions"] = "suggestion",
        ["overrideReasons"] = "override reason",
        ["links"] = "link",
        ["topics"] = "topic",
        ["jurisdiction"] = "jurisdiction",
    };

    /// <summary>Keys of a recommendation that are what it recommends; the others explain it.</summary>
    private static readonly HashSet<string> Recommending = ["quotation", "direction", "rating", "exceptions", "population", "intervention", "jurisdiction", "unrated"];

    /// <summary>Keys by which an item says what it is.</summary>
    private static readonly string[] Naming = ["title", "text", "printed", "display", "finding"];

    /// <summary>Something is new.</summary>
    public static ContentChange Added(IReadOnlyList<ChangeStep> path, SourceNode node) => Make(ChangeKind.Added, path, $"{Subject(path)} was added{Said(node)}.", null, Text(node), node.Position);

    /// <summary>Something is gone.</summary>
    public static ContentChange Removed(IReadOnlyList<ChangeStep> path, SourceNode node) => Make(ChangeKind.Removed, path, $"{Subject(path)} was removed{Said(node)}.", Text(node), null, node.Position);

    /// <summary>Something says something else.</summary>
    public ContentChange Changed(IReadOnlyList<ChangeStep> path, string from, string to, SourcePosition position) =>
        Make(ChangeKind.Changed, path, Rated(path, from, to) ?? $"{Subject(path)} was changed from {Quoted(from)} to {Quoted(to)}.", from, to, position);

    private static ContentChange Make(ChangeKind kind, IReadOnlyList<ChangeStep> path, string text, string? from, string? to, SourcePosition position) => new()
    {
        Kind = kind,
        Path = string.Join('.', path),
        Text = text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}",
        Old = from,
        New = to,
        Position = position,
        ConcernsRecommendation = path[0].Key == "recommendations" && (path.Count == 1 || Recommending.Contains(path[1].Key)),
    };

    /// <summary>A change of a rating or direction in words that say what it means; <see langword="null"/> for anything else.</summary>
    private string? Rated(IReadOnlyList<ChangeStep> path, string from, string to)
    {
        var whose = path.Count > 0 && path[0] is { Key: "recommendations", Item: { } id } ? $"recommendation {id}" : null;
        switch (whose, path.Count, path[^1].Key)
        {
            case (not null, 2, "direction"):
                return $"{whose} turned from {from} to {to}.";
            case (not null, 3, "strength" or "evidence") when path[1].Key == "rating":
                var axis = path[2].Key;
                var (was, now) = (Rank(axis, from), Rank(axis, to));
                var verb = (was, now) switch
                {
                    (null, _) or (_, null) => "was rated anew",
                    var (a, b) when b < a => axis == "strength" ? "was strengthened" : "rests on better evidence",
                    _ => axis == "strength" ? "was weakened" : "rests on weaker evidence",
                };
                return $"{whose} {verb}: {axis} {from}{Display(before, axis, from)} became {to}{Display(after, axis, to)}.";
            default:
                return null;
        }
    }

    /// <summary>Place of a level in its axis, the highest first, as rating schemes list them.</summary>
    private int? Rank(string axis, string code) => Levels(after, axis).Concat(Levels(before, axis)).Select((level, i) => (level, i)).Where(level => level.level.Code == code).Select(level => (int?)level.i).FirstOrDefault();

    private static string Display(SourceNode root, string axis, string code) =>
        Levels(root, axis).FirstOrDefault(level => level.Code == code).Display is { } display ? $" ({display})" : string.Empty;

    private static IEnumerable<(string Code, string? Display)> Levels(SourceNode root, string axis) =>
        from scheme in Items(Child(root, "ratingSchemes"))
        from level in Items(Child(Child(scheme, axis), "levels"))
        select (Scalar(level, "code") ?? string.Empty, Scalar(level, "display"));

    private static SourceNode? Child(SourceNode? node, string key) => (node as SourceMap)?.Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    private static IReadOnlyList<SourceNode> Items(SourceNode? node) => (node as SourceList)?.Items ?? [];

    private static string? Scalar(SourceNode node, string key) => (Child(node, key) as SourceScalar)?.Text;

    private static string Subject(IReadOnlyList<ChangeStep> path) => string.Join(", ", path.Select(step => step.Item is { } item && Nouns.TryGetValue(step.Key, out var noun) ? $"{noun} {item}" : step.ToString()));

    private static string? Text(SourceNode node) => (node as SourceScalar)?.Text;

    /// <summary>What an item says of itself, for items that are more than a value.</summary>
    private static string Said(SourceNode node) => node switch
    {
        SourceScalar scalar => $": {Quoted(scalar.Text)}",
        SourceMap => Naming.Select(key => Scalar(node, key)).FirstOrDefault(text => text is not null) is { } text ? $": {Quoted(text)}" : string.Empty,
        _ => string.Empty,
    };

    private static string Quoted(string text) => $"“{string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}”";
}
