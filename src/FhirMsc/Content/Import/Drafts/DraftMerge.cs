using System.Text.RegularExpressions;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>
/// Merges the draft of a new version of a page into reviewed content. Records are the same when they say the same (recommendations by their words,
/// references by identifier or words, sections by title, studies by reference), whatever number they have. What a person decided or added stays; what the
/// page now says otherwise is taken over where nobody touched it, and listed as open where somebody did.
/// </summary>
internal static partial class DraftMerge
{
    private static readonly (string List, Func<DraftMap, IEnumerable<string>> Keys)[] Lists =
    [
        ("sections", map => [Plain(map.Text("title") ?? "front")]),
        ("ratingSchemes", map => [map.Text("id") ?? string.Empty]),
        ("recommendations", map => [Plain(map.Text("quotation") ?? string.Empty)]),
        ("studies", map => [map.Text("reference") ?? string.Empty]),
        ("references", map => [.. new[] { "pmid", "doi" }.Where(key => map.Text(key) is not null).Select(key => key + map.Text(key)), Plain(map.Text("printed") ?? string.Empty)]),
    ];

    /// <summary>Merges.</summary>
    public static (Draft Merged, IReadOnlyList<string> Changes) Merge(Draft reviewed, Draft fresh)
    {
        var (root, changes, names) = (reviewed.Root, new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        var touched = reviewed.Decisions.Where(decision => decision.Answer == "edit").ToDictionary(decision => decision.Path, decision => decision.Found, StringComparer.Ordinal);
        var origins = reviewed.Origins.ToDictionary(origin => origin.Path, origin => origin, StringComparer.Ordinal);
        var open = new List<DraftNode>();
        if (fresh.Root["source"] is DraftMap source)
            Map(root["source"] as DraftMap ?? root.Make("source"), source, "source", touched, origins.Keys.ToHashSet(StringComparer.Ordinal), changes, open);
        foreach (var (list, keys) in Lists)
            Merge(root, fresh.Root, list, keys, touched, [.. origins.Keys], changes, names, open);
        Record(reviewed, fresh, names, open);
        return (reviewed, changes);
    }

    private static void Merge(DraftMap root, DraftMap fresh, string list, Func<DraftMap, IEnumerable<string>> keys, Dictionary<string, string?> touched, HashSet<string> imported, List<string> changes, Dictionary<string, string> names, List<DraftNode> open)
    {
        var (old, now) = (Items(root, list), Items(fresh, list));
        var (left, result) = (old.ToList(), new List<DraftMap>(old));
        foreach (var item in now)
        {
            var same = left.FirstOrDefault(candidate => keys(candidate).Intersect(keys(item)).Any()) ?? (list == "recommendations" ? left.Where(candidate => Likeness(candidate, item) > 0.8m).MaxBy(candidate => Likeness(candidate, item)) : null);
            var path = $"{list}/{Name(item)}";
            if (same is null)
            {
                var fitting = Free(result, item);
                result.Add(fitting);
                names[path] = $"{list}/{Name(fitting)}";
                if (list != "ratingSchemes" || old.Count > 0)
                    changes.Add($"new: {names[path]}: {Short(item)}");
                continue;
            }

            left.Remove(same);
            names[path] = $"{list}/{Name(same)}";
            if (list is not "ratingSchemes")
                Map(same, item, names[path], touched, imported, changes, open);
        }

        foreach (var gone in left.Where(item => list != "ratingSchemes"))
        {
            changes.Add($"gone: {list}/{Name(gone)}: {Short(gone)}");
            open.Add(Open($"{list}/{Name(gone)}", "The new version of the page does not have this any more. It was kept; take it out if that is right.", Short(gone)));
        }

        root.Set(list, new DraftList(result));
    }

    /// <summary>Takes over what the new page says, unless a person changed the value; then both stand in the list of open points.</summary>
    private static void Map(DraftMap old, DraftMap now, string path, Dictionary<string, string?> touched, HashSet<string> imported, List<string> changes, List<DraftNode> open)
    {
        foreach (var (key, value) in now.Entries)
        {
            var here = $"{path}/{key}";
            if (key is "id" or "place" or "label" or "notes" or "cites" or "title" && path.StartsWith("studies", StringComparison.Ordinal))
                continue;
            switch (old[key], value)
            {
                case (null, _):
                    if (value is DraftText added)
                        changes.Add($"added: {here}: {added.Value}");
                    old.Set(key, value);
                    break;
                case (DraftMap map, DraftMap inner):
                    Map(map, inner, here, touched, imported, changes, open);
                    break;
                case (DraftText text, DraftText next) when Plain(text.Value) != Plain(next.Value):
                    // A value of the page that nobody edited follows the page; words of a reviewer stay.
                    if (touched.TryGetValue(here, out var found) && found == next.Value)
                        break;
                    if (touched.ContainsKey(here) || (imported.Count > 0 && !imported.Contains(here) && key is not "printed" and not "quotation"))
                    {
                        open.Add(Open(here, $"A reviewer wrote \"{text.Value}\"; the new version of the page gives \"{next.Value}\". The reviewer's value was kept.", next.Value));
                        changes.Add($"kept: {here}: \"{text.Value}\", the page now gives \"{next.Value}\"");
                    }
                    else
                    {
                        changes.Add($"changed: {here}: \"{text.Value}\" → \"{next.Value}\"");
                        open.Add(Open(here, $"The page said \"{text.Value}\" before and says \"{next.Value}\" now.", next.Value));
                        old.Set(key, next);
                    }

                    break;
            }
        }
    }

    /// <summary>The record of the new import, with the decisions of the old one that still hold.</summary>
    private static void Record(Draft reviewed, Draft fresh, Dictionary<string, string> names, List<DraftNode> open)
    {
        var (decisions, before) = (reviewed.Decisions.ToList(), reviewed.Unread.ToList());
        var record = fresh.Record;
        var values = new DraftList((record["values"] as DraftList)?.Items.OfType<DraftMap>().Select(value => value.Set("path", Renamed(value.Text("path")!, names))) ?? []);
        record.Set("values", values);
        var unread = (record["unread"] as DraftList)?.Items ?? [];
        record.Set("unread", new DraftList([.. open, .. unread]));
        reviewed.Root.Set(Draft.Key, record);
        foreach (var decision in decisions)
        {
            // A place that was not read has no name but its stretch, which the new page may have moved: it is the same if it is about the same words.
            if (decision.Path.StartsWith("unread/", StringComparison.Ordinal))
            {
                if (before.FirstOrDefault(place => Reviews.Review.PathOf(place) == decision.Path) is { } old && reviewed.Unread.FirstOrDefault(place => place.Rule == old.Rule && place.Reason == old.Reason && place.Text == old.Text) is { } still)
                    reviewed.Decide(decision with { Path = Reviews.Review.PathOf(still) });
                continue;
            }

            var current = DraftPath.Find(reviewed.Root, decision.Path) as DraftText;
            if (current is not null && (decision.Answer == "edit" || decision.Found == current.Value))
                reviewed.Decide(decision);
        }
    }

    private static string Renamed(string path, Dictionary<string, string> names)
    {
        var steps = path.Split('/');
        return steps.Length > 1 && names.TryGetValue($"{steps[0]}/{steps[1]}", out var name) ? string.Join('/', [name, .. steps[2..]]) : path;
    }

    private static List<DraftMap> Items(DraftMap root, string list) => (root[list] as DraftList)?.Items.OfType<DraftMap>().ToList() ?? [];

    private static string Name(DraftMap item) => item.Name ?? string.Empty;

    /// <summary>The new record under a name that no old one has.</summary>
    private static DraftMap Free(List<DraftMap> taken, DraftMap item)
    {
        var key = item.Text("id") is null ? "label" : "id";
        var name = Name(item);
        for (var i = 2; taken.Any(other => Name(other) == item.Text(key)); i++)
            item.Set(key, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}-new{i - 1}"));
        return item;
    }

    private static DraftMap Open(string path, string reason, string text) => new DraftMap().Set("span", DraftBuilder.SpanOf(default)).Set("rule", "merge/" + path).Set("reason", reason).Set("text", text.Length == 0 ? null : text);

    private static string Short(DraftMap item) => (item.Text("quotation") ?? item.Text("printed") ?? item.Text("title") ?? item.Text("label") ?? string.Empty) is var text && text.Length > 120 ? text[..120] + "…" : text;

    private static decimal Likeness(DraftMap a, DraftMap b)
    {
        var (one, two) = (Words(a), Words(b));
        return one.Count == 0 || two.Count == 0 ? 0 : (decimal)one.Intersect(two).Count() / one.Union(two).Count();
    }

    /// <summary>Words of a recommendation without its rating, which may be what changed.</summary>
    private static HashSet<string> Words(DraftMap map)
    {
        var text = map.Text("quotation") ?? string.Empty;
        return [.. Plain((map["rating"] as DraftMap)?.Text("printed") is { Length: > 0 } rating ? text.Replace(rating, string.Empty, StringComparison.Ordinal) : text).Split(' ')];
    }

    private static string Plain(string text) => string.Join(' ', Word().Matches(text).Select(match => match.Value.ToUpperInvariant()));

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
