using FhirMsc.Decisions.Compiling;
using FhirMsc.Publishing;

namespace FhirMsc.Decisions.Sites;

/// <summary>
/// Whether a local display sounds like something else than the concept that its code is mapped to: it has a word that only value sets without the concept use, and none that
/// only those with it use. A "stem cell transplant" mapped to MSC therapy shows so, whatever the guideline is about. Words are compared by their first letters.
/// </summary>
internal static class DisplayWords
{
    private const int Stem = 6;

    /// <summary>The word that gives reason to doubt; <see langword="null"/> if there is none.</summary>
    public static string? Doubt(string display, string conceptSystem, string concept, Catalog catalog)
    {
        var (own, foreign) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var set in catalog.OfType("ValueSet"))
        {
            var concepts = set.Tree.Root.Child("compose") is { Exists: true } compose
                ? compose.ChildrenNamed("include").SelectMany(include => include.ChildrenNamed("concept").Select(item => (System: include.At("system"), Item: item))).ToList()
                : [];
            var holds = concepts.Any(item => item.System == conceptSystem && item.Item.At("code") == concept);
            (holds ? own : foreign).UnionWith(concepts.SelectMany(item => Words(item.Item.At("display"))).Select(word => word.Stem));
        }

        var words = Words(display).ToList();
        return words.Any(word => own.Contains(word.Stem) && !foreign.Contains(word.Stem)) ? null : words.FirstOrDefault(word => foreign.Contains(word.Stem) && !own.Contains(word.Stem)).Text;
    }

    private static IEnumerable<(string Stem, string Text)> Words(string? text) =>
        (text ?? string.Empty).Split([' ', ',', '/', '-', '(', ')', '[', ']', '.', ':', ';'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= Stem).Select(word => (word[..Stem].ToUpperInvariant(), word));
}
