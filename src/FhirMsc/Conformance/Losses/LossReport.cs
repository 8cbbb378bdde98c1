using System.Net;
using System.Text.RegularExpressions;
using FhirMsc.Artifacts;
using FhirMsc.Content.Changes;
using FhirMsc.Content.Tracing;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Conformance.Losses;

/// <summary>
/// Says for each value of a content file where it lands in each release, or why it does not. Nothing is taken on trust: a value has landed where its words or
/// digits are found again in the written resources.
/// </summary>
public static partial class LossReport
{
    /// <summary>How many places are named for one value and release.</summary>
    private const int PlacesNamed = 3;

    /// <summary>Values at least this long don't stand anywhere by chance.</summary>
    private const int Distinctive = 8;

    /// <summary>Follows every value.</summary>
    /// <param name="values">The values of the content file, see <see cref="ContentValues"/>.</param>
    /// <param name="sets">What was generated from it, one set for each release.</param>
    public static IReadOnlyList<FactLanding> Of(IReadOnlyList<ContentValue> values, IReadOnlyList<ArtifactSet> sets)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(sets);
        var haystacks = sets.Select(set => (set.Release, Texts: set.Artifacts.SelectMany(Texts).ToList())).ToList();
        return [.. values.Select(value => Follow(value, haystacks))];
    }

    private static FactLanding Follow(ContentValue value, List<(FhirRelease Release, List<Text> Texts)> haystacks)
    {
        var wanted = Normal(value.Text);
        return new FactLanding
        {
            Path = value.Path,
            Position = value.Position,
            Value = wanted,
            Places = haystacks.ToDictionary(haystack => haystack.Release, haystack => Find(value.Path, wanted, haystack.Texts)),
            Reason = UnlandedReasons.For(value.Path, wanted),
        };
    }

    /// <summary>
    /// Elements that come from the value's own record, or from what is around it, first; then any other. A figure or a short code counts only in the former:
    /// the same digits stand in many places by chance.
    /// </summary>
    private static IReadOnlyList<string> Find(string path, string wanted, List<Text> texts)
    {
        var isNumber = wanted.All(c => char.IsAsciiDigit(c) || c == '.');
        var found = texts.Where(text => isNumber ? text.Value == wanted || Whole(text.Value, wanted) : text.Value.Contains(wanted, StringComparison.Ordinal)).ToList();
        return
        [
            .. found.Where(text => text.Origin is { } origin && (origin.Length > 0 ? path.StartsWith(origin, StringComparison.Ordinal) : text.Value == wanted))
                .OrderBy(text => text.Value != wanted).ThenBy(text => text.IsNarrative).Concat(isNumber || wanted.Length < Distinctive ? [] : found.OrderBy(text => text.IsNarrative))
                .Select(text => text.Place).Distinct().Take(PlacesNamed),
        ];
    }

    /// <summary>Whether a figure stands in a text as a whole, not as a part of a longer one.</summary>
    private static bool Whole(string text, string figure)
    {
        for (var at = text.IndexOf(figure, StringComparison.Ordinal); at >= 0; at = text.IndexOf(figure, at + 1, StringComparison.Ordinal))
        {
            var end = at + figure.Length;
            if ((at == 0 || !char.IsAsciiDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Text> Texts(Artifact artifact)
    {
        foreach (var node in Nodes(artifact.Tree.Root))
        {
            if (node.Text is { } text)
            {
                var path = NodePath.Of(node);
                yield return new Text(
                    Normal(node.Name == "div" ? WebUtility.HtmlDecode(Tags().Replace(text, " ")) : text),
                    $"{artifact.Reference}#{path}",
                    OriginOf(artifact, path)?.Path,
                    node.Name == "div");
            }
        }
    }

    private static Origin? OriginOf(Artifact artifact, string path)
    {
        for (var at = path; at.Length > 0; at = at[..Math.Max(0, at.LastIndexOfAny(['.', '[']))])
        {
            if (artifact.Origins.TryGetValue(at, out var origin))
            {
                return origin;
            }
        }

        return null;
    }

    private static IEnumerable<Node> Nodes(Node node) => node.Children.SelectMany(Nodes).Prepend(node);

    private static string Normal(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private sealed record Text(string Value, string Place, string? Origin, bool IsNarrative);
}
