using System.Globalization;

namespace FhirMsc.Content.Import.Drafts;

/// <summary>Paths in a draft, e.g. <c>recommendations/r1/rating/strength</c>: keys, and names or positions of list items. Names stay when items move.</summary>
internal static class DraftPath
{
    /// <summary>The node at a path.</summary>
    public static DraftNode? Find(DraftNode root, string path)
    {
        var at = root;
        foreach (var step in path.Split('/'))
        {
            at = at switch
            {
                DraftMap map => map[step],
                DraftList list => Item(list, step) is var index && index >= 0 ? list.Items[index] : null,
                _ => null,
            };
        }

        return at;
    }

    /// <summary>Puts a node at a path; maps on the way are made where they are missing.</summary>
    /// <returns>Whether there is a place for it.</returns>
    public static bool Put(DraftMap root, string path, DraftNode? value)
    {
        var steps = path.Split('/');
        DraftNode? at = root;
        foreach (var step in steps[..^1])
        {
            at = at switch
            {
                DraftMap inner => inner[step] ?? inner.Make(step),
                DraftList list => Item(list, step) is var index && index >= 0 ? list.Items[index] : null,
                _ => null,
            };
        }

        switch (at)
        {
            case DraftMap map when value is null:
                map.Remove(steps[^1]);
                return true;
            case DraftMap map:
                map.Set(steps[^1], value);
                return true;
            case DraftList list when Item(list, steps[^1]) is var index && index >= 0:
                if (value is null)
                    list.Items.RemoveAt(index);
                else
                    list.Items[index] = value;
                return true;
            case DraftList list when value is not null:
                list.Items.Add(value);
                return true;
            default:
                return false;
        }
    }

    /// <summary>All single values with their paths, in order.</summary>
    public static IEnumerable<(string Path, DraftText Value)> Leaves(DraftNode node, string path = "")
    {
        switch (node)
        {
            case DraftText text:
                yield return (path, text);
                break;
            case DraftMap map:
                foreach (var leaf in map.Entries.SelectMany(entry => Leaves(entry.Value, Join(path, entry.Key))))
                    yield return leaf;
                break;
            case DraftList list:
                foreach (var leaf in list.Items.SelectMany((item, index) => Leaves(item, Join(path, Step(item, index)))))
                    yield return leaf;
                break;
        }
    }

    /// <summary>Step that leads to an item of a list.</summary>
    public static string Step(DraftNode item, int index) => (item as DraftMap)?.Name?.Replace('/', '-') ?? index.ToString(CultureInfo.InvariantCulture);

    private static string Join(string path, string step) => path.Length == 0 ? step : path + "/" + step;

    private static int Item(DraftList list, string step)
    {
        var named = list.Items.FindIndex(item => (item as DraftMap)?.Name?.Replace('/', '-') == step);
        return named >= 0 ? named : int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count && (list.Items[index] as DraftMap)?.Name is null ? index : -1;
    }
}
