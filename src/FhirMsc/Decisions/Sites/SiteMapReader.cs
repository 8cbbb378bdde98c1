using FhirMsc.Decisions.Compiling;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing;

namespace FhirMsc.Decisions.Sites;

/// <summary>
/// Reads a site's file (JSON): <c>{"version": …, "maps": [{"system", "code", "display", "concept", "class"}], "settings": {…}}</c>, or a FHIR ConceptMap. With any fault the whole file is refused:
/// half a map would let some orders pass unseen that the site believes to be covered.
/// </summary>
public static class SiteMapReader
{
    private static readonly Dictionary<string, SiteCodeUse> Uses = new(StringComparer.Ordinal)
    {
        ["trigger"] = SiteCodeUse.Trigger,
        ["review"] = SiteCodeUse.Review,
        ["ignore"] = SiteCodeUse.Ignore,
    };

    /// <summary>Reads a file.</summary>
    /// <param name="utf8">Its content.</param>
    /// <param name="name">Its name, for positions.</param>
    /// <param name="catalog">What is published: concepts, value sets, and the settings that plans have.</param>
    /// <returns>The map, or <see langword="null"/> with everything that is wrong; warnings may come with a map.</returns>
    public static (SiteMap? Map, IReadOnlyList<Issue> Issues) Read(ReadOnlyMemory<byte> utf8, string name, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var parsed = JsonParser.Parse(utf8, name, new JsonLimits { KeepEmpty = true });
        var issues = parsed.Issues.Where(issue => issue.IsError).ToList();
        if (parsed.Tree is not { } tree)
        {
            return (null, issues);
        }

        var codes = (tree.Root.ResourceType == "ConceptMap" ? SiteConceptMap.Entries(tree.Root) : Lines(tree.Root)).Select(entry => Code(entry, catalog, issues)).OfType<SiteCode>().ToList();
        foreach (var twice in codes.GroupBy(code => (SystemNames.Plain(code.System), SystemNames.Plain(code.System, code.Code))).Where(group => group.Count() > 1))
        {
            issues.Add(SiteIssues.Twice.At("maps", tree.Root.Position, twice.Key.Item1, twice.Key.Item2));
        }

        var settings = Settings(tree.Root.Child("settings"), catalog, issues);
        if (settings.ContainsKey(SiteMap.IgnoredCodes))
        {
            issues.Add(SiteIssues.Derived.At($"settings.{SiteMap.IgnoredCodes}", tree.Root.Child("settings").Position, SiteMap.IgnoredCodes));
        }

        settings[SiteMap.IgnoredCodes] = [.. codes.Where(code => code.Use == SiteCodeUse.Ignore).SelectMany(code => (string[])[$"{code.System}|{code.Code}", $"{SystemNames.Plain(code.System)}|{code.Code}"]).Distinct().Select(Item.Of)];
        return issues.Any(issue => issue.IsError) ? (null, issues) : (new SiteMap(tree.Root.At("version"), codes, settings), issues);
    }

    private static IEnumerable<SiteEntry> Lines(Node root) =>
        root.ChildrenNamed("maps").Select(map => new SiteEntry(map, map.Child("system"), map.Child("code"), map.Child("display"), map.At("class"), map.At("concept")));

    private static SiteCode? Code(SiteEntry entry, Catalog catalog, List<Issue> issues)
    {
        var map = entry.Place;
        var path = NodePath.Of(map);
        var (system, code) = (entry.System, entry.Code);
        if (system is not { Exists: true, Kind: NodeKind.String } || code is not { Exists: true, Kind: NodeKind.String } || system.Text is not { Length: > 0 } systemText || code.Text is not { Length: > 0 } codeText)
        {
            issues.Add(SiteIssues.NotText.At(path, map.Position));
            return null;
        }

        if (entry.Class is not { } word || !Uses.TryGetValue(word, out var use))
        {
            issues.Add(SiteIssues.Class.At(path, map.Position, string.Join(", ", Uses.Keys)));
            return null;
        }

        if (CodeForm.Fault(SystemNames.Plain(systemText), codeText) is { } fault)
        {
            issues.Add(SiteIssues.Form.At(path, map.Position, codeText, fault));
        }

        if (SystemNames.Plain(systemText) == "http://www.ama-assn.org/go/cpt" && entry.Display.Exists)
        {
            issues.Add(SiteIssues.Display.At(path, map.Position));
        }

        if (use == SiteCodeUse.Ignore)
        {
            return new SiteCode(systemText, codeText, use, null, null);
        }

        var concept = entry.Concept ?? string.Empty;
        var owner = catalog.OfType("CodeSystem").FirstOrDefault(artifact => Concepts(artifact.Tree.Root).Contains(concept));
        if (owner?.Url is null)
        {
            issues.Add(SiteIssues.Concept.At(path, map.Position, concept));
            return null;
        }

        if (use == SiteCodeUse.Trigger && entry.Display is { Exists: true, Kind: NodeKind.String, Text: { } display } && DisplayWords.Doubt(display, owner.Url, concept, catalog) is { } doubt)
        {
            issues.Add(SiteIssues.Doubtful.At(path, map.Position, codeText, doubt, concept));
        }

        Contradiction(new SiteCode(systemText, codeText, use, owner.Url, concept), catalog, path, map, issues);
        return new SiteCode(systemText, codeText, use, owner.Url, concept);
    }

    /// <summary>
    /// A code that a published value set lists for something else (haematopoietic transplantation, say) can't be made to mean another thing. Value sets for review
    /// are an exception: there a site may well know better. And a code must be mapped to a concept that some set of its class can find.
    /// </summary>
    private static void Contradiction(SiteCode code, Catalog catalog, string path, Node map, List<Issue> issues)
    {
        var isFound = false;
        foreach (var set in catalog.OfType("ValueSet"))
        {
            var lists = Lists(set.Tree.Root, SystemNames.Plain(code.System), code.Code);
            var means = Lists(set.Tree.Root, code.ConceptSystem!, code.Concept!);
            var isReview = SiteMap.IsForReview(set.Id);
            if (lists && !means && !isReview)
            {
                issues.Add(SiteIssues.Contradiction.At(path, map.Position, code.Code, set.Id));
            }

            isFound |= means && isReview == (code.Use == SiteCodeUse.Review);
        }

        if (!isFound)
        {
            issues.Add(SiteIssues.Review.At(path, map.Position, code.Concept, Uses.First(use => use.Value == code.Use).Key));
        }
    }

    private static bool Lists(Node valueSet, string system, string code) => valueSet.Child("compose") is { Exists: true } compose
        && compose.ChildrenNamed("include").Any(include => include.At("system") == system && include.ChildrenNamed("concept").Any(concept => concept.At("code") == code));

    private static IEnumerable<string?> Concepts(Node owner) => owner.ChildrenNamed("concept").SelectMany(concept => Concepts(concept).Prepend(concept.At("code")));

    private static Dictionary<string, IReadOnlyList<Item>> Settings(Node settings, Catalog catalog, List<Issue> issues)
    {
        var known = catalog.OfType("PlanDefinition")
            .SelectMany(plan => plan.Tree.Root.Extensions(PlanExtensions.Variable))
            .Select(variable => variable.Child("valueExpression"))
            .Where(expression => expression.Extensions(PlanExtensions.SiteSetting).Any())
            .Select(expression => expression.At("name"))
            .ToHashSet();
        var found = new Dictionary<string, IReadOnlyList<Item>>(StringComparer.Ordinal);
        foreach (var group in settings.Exists ? settings.Children.GroupBy(child => child.Name) : [])
        {
            if (!known.Contains(group.Key))
            {
                issues.Add(SiteIssues.Setting.At($"settings.{group.Key}", group.First().Position, group.Key, string.Join(", ", known.Order())));
            }

            found[group.Key] = [.. group.Where(value => value.HasValue).Select(value => value.Kind switch
            {
                NodeKind.True => Item.Of(true),
                NodeKind.False => Item.Of(false),
                _ => Item.Of(value.Text!),
            })];
        }

        return found;
    }
}
