using System.Text;
using FhirMsc.Content;
using FhirMsc.Content.Import.Drafts;

namespace FhirMsc.Tests.Content.Import;

/// <summary>The first page there and back: what the import drafts, and what the reviewer added to it, give the committed content.</summary>
public class RoundTripTests
{
    private const string PageFile = "pages/nih-covid19-cell-therapy.txt";

    /// <summary>Names that the reviewer gave in place of the draft's.</summary>
    private static readonly (string List, string Draft, string Content)[] Names =
    [
        ("recommendations", "r1", "msc-panel"), ("recommendations", "r2", "msc-us"), ("ratingSchemes", "nih-abc-iab", "nih-covid19-2021"),
        ("sections", "mesenchymal-stem-cells", "overview"), ("sections", "rationale-for-recommendation", "rationale"), ("sections", "rationale-for-use-in-covid-19", "rationale-use"),
        ("sections", "clinical-data-for-covid-19", "covid19-data"), ("sections", "clinical-data-for-other-viral-infections", "other-viral-data"), ("sections", "clinical-trials", "trials"),
        ("sections", "considerations-in-pregnancy", "pregnancy"), ("sections", "considerations-in-children", "children"),
    ];

    [SharedFact(PageFile)]
    public void Facts_of_the_page_are_drafted_and_only_words_of_ours_are_added()
    {
        var (draft, content) = (Drafted(), Committed());
        var drafted = DraftPath.Leaves(draft).ToDictionary(leaf => leaf.Path, leaf => leaf.Value.Value, StringComparer.Ordinal);

        var wrong = DraftPath.Leaves(content).Where(leaf => IsFact(leaf.Path) && drafted.GetValueOrDefault(leaf.Path) != leaf.Value.Value)
            .Select(leaf => $"{leaf.Path}: content \"{leaf.Value.Value}\", draft \"{drafted.GetValueOrDefault(leaf.Path)}\"").ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [SharedFact(PageFile)]
    public void Figures_of_the_studies_are_drafted_with_their_places()
    {
        var drafted = Figures(Drafted());

        // Not printed as figures: a zero that follows from "all 12 recovered", and 3 of 29, which the page says as 3 of "these".
        var added = Figures(Committed()).Where(figure => !drafted.Contains(figure)).ToList();

        Assert.Equal(["affected 0 of 12 ", "affected 3 of 29 ", "affected 5 of  "], added.Order(StringComparer.Ordinal));
    }

    [SharedFact(PageFile)]
    public void The_draft_with_the_reviewers_answers_is_the_committed_content()
    {
        var (draft, content) = (new Draft(Drafted()), Committed());
        foreach (var key in content.Entries.Select(entry => entry.Key).Where(key => key is not ("recommendations" or "references" or "sections" or "source")))
            draft.Root.Set(key, content[key]);
        foreach (var (path, value) in DraftPath.Leaves(content))
        {
            if ((DraftPath.Find(draft.Root, path) as DraftText)?.Value == value.Value)
                continue;
            Assert.False(IsFact(path), path);
            Put(draft.Root, content, path);
            draft.Decide(new Decision(path, "edit", null, value.Value));
        }

        draft.Root.Remove(Draft.Key);
        foreach (var key in new[] { "recommendations", "references", "sections", "source" })
            Prune(draft.Root[key]!, content[key]!);

        Assert.Equal(Sorted(content), Sorted(draft.Root));
        var read = ContentReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(DraftWriter.Yaml(draft.Root))), "draft.yaml");
        Assert.DoesNotContain(read.Issues, issue => issue.IsError);
        Assert.NotNull(read.Guideline);
    }

    /// <summary>Puts what the reviewer added: a whole list or map where the draft has nothing there.</summary>
    private static void Put(DraftMap draft, DraftMap content, string path)
    {
        var steps = path.Split('/');
        for (var i = 1; i <= steps.Length; i++)
        {
            var part = string.Join('/', steps[..i]);
            if (DraftPath.Find(draft, part) is null || i == steps.Length)
            {
                Assert.True(DraftPath.Put(draft, part, DraftPath.Find(content, part)), part);
                return;
            }
        }
    }

    /// <summary>Takes out what the reviewer took out, such as a name given by number.</summary>
    private static void Prune(DraftNode draft, DraftNode content)
    {
        if (draft is DraftMap map && content is DraftMap kept)
        {
            foreach (var (key, value) in map.Entries.ToList())
            {
                if (kept[key] is { } same)
                    Prune(value, same);
                else
                    map.Remove(key);
            }
        }
        else if (draft is DraftList list && content is DraftList wanted)
        {
            var names = wanted.Items.Select(DraftPath.Step).ToList();
            list.Items.RemoveAll(item => item is DraftMap && !names.Contains(DraftPath.Step(item, 0)));
            foreach (var item in list.Items.OfType<DraftMap>())
                Prune(item, wanted.Items.OfType<DraftMap>().First(other => other.Name == item.Name));
        }
    }

    private static IEnumerable<string> Sorted(DraftMap map) => DraftPath.Leaves(map).Select(leaf => $"{leaf.Path}: {leaf.Value.Value}").Order(StringComparer.Ordinal);

    /// <summary>Paths whose values are the page's own: a reviewer confirms them and does not write them.</summary>
    private static bool IsFact(string path) => path.Split('/') switch
    {
        ["recommendations", _, "quotation" or "direction" or "jurisdiction" or "place"] => true,
        ["recommendations", _, "rating", _] => true,
        ["references", _, "doi"] => false,
        ["references", ..] => true,
        ["sections", _, "title" or "counted" or "id"] => true,
        ["source", "title", "printed"] or ["source", "title", "place"] or ["source", "lastUpdated", _] or ["source", "archived", "place"] or ["source", "author"] => true,
        _ => false,
    };

    private static List<string> Figures(DraftMap content) =>
    [
        .. from study in Maps(content["studies"]) from outcome in Maps(study["outcomes"]) from result in Maps(outcome["results"])
           select $"affected {result.Text("affected")} of {result.Text("of")} {result.Text("percentage")}",
        .. from study in Maps(content["studies"]) from outcome in Maps(study["outcomes"]) from effect in Maps(outcome["effects"]) let interval = (DraftMap)effect["interval"]!
           select $"{effect.Text("measure")} {effect.Text("value")} {interval.Text("level")} {interval.Text("low")} {interval.Text("high")}",
        .. from study in Maps(content["studies"]) where study.Text("enrolled") is not null select $"{study.Text("reference")} enrolled {study.Text("enrolled")}",
        .. from study in Maps(content["studies"]) from arm in Maps(study["arms"]) where arm.Text("count") is not null select $"{study.Text("reference")} arm {arm.Text("count")}",
    ];

    private static IEnumerable<DraftMap> Maps(DraftNode? list) => (list as DraftList)?.Items.OfType<DraftMap>() ?? [];

    private static DraftMap Committed()
    {
        using var stream = File.OpenRead(Nih.File);
        return DraftReader.Read(stream, null).Root!;
    }

    /// <summary>The draft under the names that the reviewer gave.</summary>
    private static DraftMap Drafted()
    {
        var root = Imports.Draft(Shared.Text(PageFile), "nih-covid19-cell-therapy.txt").Root;
        foreach (var (list, name, given) in Names)
            Maps(root[list]).First(item => item.Name == name).Set("id", given);
        var sections = Names.Where(name => name.List == "sections").ToDictionary(name => name.Draft, name => name.Content, StringComparer.Ordinal);
        Places(root, sections);
        foreach (var recommendation in Maps(root["recommendations"]))
            ((DraftMap)recommendation["rating"]!).Set("scheme", "nih-covid19-2021");
        return root;
    }

    private static void Places(DraftNode node, Dictionary<string, string> sections)
    {
        if (node is DraftMap map)
        {
            if (map.Text("place")?.Split(':') is [var section, .. var rest] && sections.TryGetValue(section, out var given))
                map.Set("place", string.Join(':', [given, .. rest]));
            foreach (var (_, value) in map.Entries.ToList())
                Places(value, sections);
        }
        else if (node is DraftList list)
        {
            list.Items.ForEach(item => Places(item, sections));
        }
    }
}
