using FhirMsc.Decisions.Compiling;
using FhirMsc.Fhir.FhirPath;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Publishing;

namespace FhirMsc.Decisions.Sites;

/// <summary>
/// Reads a site's file, in JSON or YAML: <c>{"version": …, "maps": [{"system", "code", "display", "concept", "class"}], "settings": {…}}</c>, or a FHIR ConceptMap in JSON. With any fault the whole file is refused:
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
    /// <param name="name">Its name, for positions; one that ends with <c>.yaml</c> or <c>.yml</c> is YAML.</param>
    /// <param name="catalog">What is published: concepts, value sets, and the settings that plans have.</param>
    /// <returns>The map, or <see langword="null"/> with everything that is wrong; warnings may come with a map.</returns>
    public static (SiteMap? Map, IReadOnlyList<Issue> Issues) Read(ReadOnlyMemory<byte> utf8, string name, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(catalog);
        var issues = new List<Issue>();
        if ((IsYaml(name) ? SiteYaml.Read(utf8, name, issues) : SiteJson.Read(utf8, name, issues)) is not { } file)
        {
            return (null, issues);
        }

        var codes = file.Entries.Select(entry => Code(entry, catalog, issues)).OfType<(SiteCode Code, SiteEntry Entry)>().ToList();
        foreach (var twice in codes.GroupBy(one => (SystemNames.Plain(one.Code.System), SystemNames.Plain(one.Code.System, one.Code.Code))).Where(group => group.Count() > 1))
        {
            issues.Add(SiteIssues.Twice.At(twice.Last().Entry.Path, twice.Last().Entry.Position, twice.Key.Item1, twice.Key.Item2));
        }

        var settings = Settings(file.Settings, catalog, issues);
        var ignored = codes.Select(one => one.Code).Where(code => code.Use == SiteCodeUse.Ignore);
        settings[SiteMap.IgnoredCodes] = [.. ignored.SelectMany(code => (string[])[$"{code.System}|{code.Code}", $"{SystemNames.Plain(code.System)}|{code.Code}"]).Distinct().Select(Item.Of)];
        return issues.Any(issue => issue.IsError) ? (null, issues) : (new SiteMap(file.Version, [.. codes.Select(one => one.Code)], settings), issues);
    }

    private static bool IsYaml(string name) => Path.GetExtension(name) is var end && (end.Equals(".yaml", StringComparison.OrdinalIgnoreCase) || end.Equals(".yml", StringComparison.OrdinalIgnoreCase));

    private static (SiteCode Code, SiteEntry Entry)? Code(SiteEntry entry, Catalog catalog, List<Issue> issues)
    {
        var (path, position) = (entry.Path, entry.Position);
        if (entry.System.Usable is not { } systemText || entry.Code.Usable is not { } codeText)
        {
            issues.Add(SiteIssues.NotText.At(path, position));
            return null;
        }

        if (entry.Class is not { } word || !Uses.TryGetValue(word, out var use))
        {
            issues.Add(SiteIssues.Class.At(path, position, string.Join(", ", Uses.Keys)));
            return null;
        }

        if (CodeForm.Fault(SystemNames.Plain(systemText), codeText) is { } fault)
        {
            issues.Add(SiteIssues.Form.At(path, position, codeText, fault));
        }

        if (SystemNames.Plain(systemText) == "http://www.ama-assn.org/go/cpt" && entry.Display.Text is not null)
        {
            issues.Add(SiteIssues.Display.At(path, position));
        }

        if (use == SiteCodeUse.Ignore)
        {
            return (new SiteCode(systemText, codeText, use, null, null), entry);
        }

        var concept = entry.Concept ?? string.Empty;
        var owner = catalog.OfType("CodeSystem").FirstOrDefault(artifact => Concepts(artifact.Tree.Root).Contains(concept));
        if (owner?.Url is null)
        {
            issues.Add(SiteIssues.Concept.At(path, position, concept));
            return null;
        }

        if (use == SiteCodeUse.Trigger && entry.Display.Usable is { } display && DisplayWords.Doubt(display, owner.Url, concept, catalog) is { } doubt)
        {
            issues.Add(SiteIssues.Doubtful.At(path, position, codeText, doubt, concept));
        }

        var code = new SiteCode(systemText, codeText, use, owner.Url, concept);
        Contradiction(code, catalog, entry, issues);
        return (code, entry);
    }

    /// <summary>
    /// A code that a published value set lists for something else (haematopoietic transplantation, say) can't be made to mean another thing. Value sets for review
    /// are an exception: there a site may well know better. And a code must be mapped to a concept that some set of its class can find.
    /// </summary>
    private static void Contradiction(SiteCode code, Catalog catalog, SiteEntry entry, List<Issue> issues)
    {
        var (path, position) = (entry.Path, entry.Position);
        var isFound = false;
        foreach (var set in catalog.OfType("ValueSet"))
        {
            var lists = Lists(set.Tree.Root, SystemNames.Plain(code.System), code.Code);
            var means = Lists(set.Tree.Root, code.ConceptSystem!, code.Concept!);
            var isReview = SiteMap.IsForReview(set.Id);
            if (lists && !means && !isReview)
            {
                issues.Add(SiteIssues.Contradiction.At(path, position, code.Code, set.Id));
            }

            isFound |= means && isReview == (code.Use == SiteCodeUse.Review);
        }

        if (!isFound)
        {
            issues.Add(SiteIssues.Review.At(path, position, code.Concept, Uses.First(use => use.Value == code.Use).Key));
        }
    }

    private static bool Lists(Node valueSet, string system, string code) => valueSet.Child("compose") is { Exists: true } compose
        && compose.ChildrenNamed("include").Any(include => include.At("system") == system && include.ChildrenNamed("concept").Any(concept => concept.At("code") == code));

    private static IEnumerable<string?> Concepts(Node owner) => owner.ChildrenNamed("concept").SelectMany(concept => Concepts(concept).Prepend(concept.At("code")));

    private static Dictionary<string, IReadOnlyList<Item>> Settings(IReadOnlyList<SiteSetting> settings, Catalog catalog, List<Issue> issues)
    {
        var known = catalog.OfType("PlanDefinition")
            .SelectMany(plan => plan.Tree.Root.Extensions(PlanExtensions.Variable))
            .Select(variable => variable.Child("valueExpression"))
            .Where(expression => expression.Extensions(PlanExtensions.SiteSetting).Any())
            .Select(expression => expression.At("name"))
            .ToHashSet();
        foreach (var setting in settings)
        {
            if (setting.Name == SiteMap.IgnoredCodes)
            {
                issues.Add(SiteIssues.Derived.At($"settings.{setting.Name}", setting.Position, setting.Name));
            }
            else if (!known.Contains(setting.Name))
            {
                issues.Add(SiteIssues.Setting.At($"settings.{setting.Name}", setting.Position, setting.Name, string.Join(", ", known.Where(name => name != SiteMap.IgnoredCodes).Order())));
            }
        }

        return settings.ToDictionary(setting => setting.Name, setting => setting.Values, StringComparer.Ordinal);
    }
}
