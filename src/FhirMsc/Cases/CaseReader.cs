using System.Globalization;
using System.Text.Json.Nodes;
using FhirMsc.Content.Reading;
using FhirMsc.Content.Reading.Yaml;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Publishing;

namespace FhirMsc.Cases;

/// <summary>
/// Reads a file of decision cases (YAML, beside its guideline). A record lists fragments by name, or fragments with changes; a case with <c>vary</c> becomes one case
/// for each value, or for each code of a value set.
/// </summary>
public sealed class CaseReader
{
    private readonly Catalog catalog;
    private readonly List<Issue> issues = [];
    private readonly Dictionary<string, JsonObject> fragments = new(StringComparer.Ordinal);

    private CaseReader(Catalog catalog) => this.catalog = catalog;

    /// <summary>Reads a file.</summary>
    /// <param name="yaml">The text in UTF-8.</param>
    /// <param name="name">Its name, for positions.</param>
    /// <param name="catalog">Where value sets are looked up.</param>
    /// <returns>The cases, or <see langword="null"/> with everything that is wrong.</returns>
    public static (CaseFile? File, IReadOnlyList<Issue> Issues) Read(Stream yaml, string name, Catalog catalog)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        ArgumentNullException.ThrowIfNull(catalog);
        var report = new Report();
        var root = YamlLoader.Load(yaml, name, report);
        var reader = new CaseReader(catalog);
        reader.issues.AddRange(report.Issues.Where(issue => issue.IsError));
        var file = root is null ? null : reader.File(root);
        return (reader.issues.Count == 0 ? file : null, reader.issues);
    }

    private CaseFile File(SourceNode root)
    {
        foreach (var entry in (root.Get("fragments") as SourceMap)?.Entries ?? [])
        {
            if (YamlValues.Json(entry.Value) is JsonObject fragment)
            {
                fragments[entry.Key] = fragment;
            }
            else
            {
                Report(CaseIssues.Form, entry.Value, "A fragment is a resource.");
            }
        }

        var isDate = DateOnly.TryParseExact(root.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        if (!isDate || root.Text("guideline") is not { } guideline)
        {
            Report(CaseIssues.Form, root, "The file needs 'guideline', the id of the guideline, and 'date', the day of its cases, as yyyy-MM-dd.");
            guideline = string.Empty;
        }

        var cases = root.Items("cases").SelectMany(Cases).ToList();
        foreach (var twice in cases.GroupBy(one => (one.Id, one.Hook)).Where(group => group.Count() > 1))
        {
            issues.Add(CaseIssues.Twice.At("cases", twice.Last().Position, twice.Key.Id));
        }

        return new CaseFile
        {
            Guideline = guideline,
            Date = date,
            Cases = cases,
            Equivalent = ((root.Get("equivalent") as SourceMap)?.Entries ?? []).ToDictionary(entry => entry.Key, entry => (entry.Value as SourceScalar)?.Text ?? string.Empty),
        };
    }

    private IEnumerable<DecisionCase> Cases(SourceNode node)
    {
        var record = node.Items("record").Select(Resource).OfType<JsonObject>().ToList();
        var vary = node.Get("vary");
        if (vary is null)
        {
            return Hooks(node, node.Text("id") ?? string.Empty, record);
        }

        var at = node.Items("record").ToList().FindIndex(item => Name(item) == vary.Text("fragment"));
        if (at < 0)
        {
            Report(CaseIssues.Fragment, vary, vary.Text("fragment"));
            return [];
        }

        var path = vary.Text("at") ?? string.Empty;
        return Values(vary).SelectMany(value =>
        {
            var varied = record.Select(resource => resource.DeepClone().AsObject()).ToList();
            YamlValues.Set(varied[at], path, value.Value);
            return Hooks(node, $"{node.Text("id")}/{value.Name}", varied);
        });
    }

    private IEnumerable<(string Name, JsonNode? Value)> Values(SourceNode vary)
    {
        if (vary.Text("codesOf") is not { } id)
        {
            return vary.Items("values").Select((value, i) => (
                value is SourceScalar scalar ? scalar.IsNull ? "nothing" : scalar.Text : value.Text("code") ?? (i + 1).ToString(CultureInfo.InvariantCulture),
                YamlValues.Json(value)));
        }

        if (catalog.Find("ValueSet", id)?.Tree.Root is not { Exists: true } set)
        {
            Report(CaseIssues.ValueSet, vary, id);
            return [];
        }

        // Systems may share a code: from the second time on it goes by its system too.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return set.Child("compose").ChildrenNamed("include").SelectMany(include => include.ChildrenNamed("concept").Select(concept => (
            seen.Add(concept.Child("code").Text!) ? concept.Child("code").Text! : $"{include.Child("system").Text}|{concept.Child("code").Text}",
            (JsonNode?)new JsonObject { ["system"] = include.Child("system").Text, ["code"] = concept.Child("code").Text })));
    }

    private IEnumerable<DecisionCase> Hooks(SourceNode node, string id, List<JsonObject> record)
    {
        var expect = node.Text("expect") switch
        {
            "card" => ExpectedAnswer.Card,
            "card-and-hint" => ExpectedAnswer.CardAndHint,
            "hint" => ExpectedAnswer.Hint,
            "silence" => ExpectedAnswer.Silence,
            "cannot-tell" => ExpectedAnswer.CannotTell,
            _ => (ExpectedAnswer?)null,
        };
        if (expect is null || id.Length == 0 || node.Texts("hook").Count == 0)
        {
            Report(CaseIssues.Form, node, "A case needs 'id', 'hook' and 'expect': card, card-and-hint, hint, silence or cannot-tell.");
            return [];
        }

        var only = node.Text("release") is { } name ? FhirRelease.Find(name) : null;
        if (only is null && node.Text("release") is { } unknown)
        {
            Report(CaseIssues.Form, node, $"'{unknown}' is no release: R4, R4B or R5, or leave 'release' out.");
        }

        return node.Texts("hook").Select(hook => new DecisionCase
        {
            Id = id,
            Title = node.Text("title") ?? id,
            Hook = hook,
            Only = only,
            Record = record,
            Earlier = node.Texts("earlier"),
            Missing = node.Texts("missing"),
            Site = ((node.Get("site") as SourceMap)?.Entries ?? []).ToDictionary(entry => entry.Key, entry => node.Get("site").Texts(entry.Key)),
            Expect = expect.Value,
            Says = node.Texts("says"),
            Untold = node.Texts("untold"),
            Removes = node.Get("removes") is null ? null : node.Texts("removes"),
            Position = node.Position,
        });
    }

    private static string? Name(SourceNode item) => item is SourceScalar scalar ? scalar.Text : item.Text("use");

    /// <summary>A fragment by name, a fragment with changes (<c>use</c>, <c>set</c>), or a resource in full.</summary>
    private JsonObject? Resource(SourceNode item)
    {
        if (Name(item) is not { } name)
        {
            return YamlValues.Json(item) as JsonObject;
        }

        if (!fragments.TryGetValue(name, out var fragment))
        {
            Report(CaseIssues.Fragment, item, name);
            return null;
        }

        var resource = fragment.DeepClone().AsObject();
        foreach (var change in (item.Get("set") as SourceMap)?.Entries ?? [])
        {
            YamlValues.Set(resource, change.Key, YamlValues.Json(change.Value));
        }

        return resource;
    }

    private void Report(IssueKind kind, SourceNode node, params object?[] arguments) => issues.Add(kind.At(node.Path, node.Position, arguments));
}
