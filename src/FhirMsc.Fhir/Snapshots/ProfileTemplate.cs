using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>
/// What a differential's element starts from. Where it names an extension, that is the root of the extension's definition with the rest from the base: how
/// often it may stand, its text, and its constraints come from there. A further slice of extensions that the base has sliced has only the text: how often it may stand, the slicing says. Any other profile speaks for itself: the type names it, and nothing is copied.
/// </summary>
internal sealed class ProfileTemplate(SnapshotRun run, SnapshotReport report, StructureDefinition structure)
{
    /// <summary>The root of the structure at hand, once it is done.</summary>
    public ElementDefinition? Root { get; set; }

    /// <summary>What to start from.</summary>
    /// <param name="element">The element in the base.</param>
    /// <param name="stated">The element in the differential.</param>
    /// <param name="changes">Its place there.</param>
    /// <param name="sliced">Whether the base slices the element already.</param>
    public ElementDefinition For(ElementDefinition element, ElementDefinition stated, DifferentialNode changes, bool sliced)
    {
        if (stated.Types is not [{ Profiles: [var profile, ..] } type])
        {
            return element;
        }

        if (CanonicalVersion.Split(profile).Url == structure.Url)
        {
            // An extension may hold itself, and the root is at hand; but no root can start from itself.
            if (!changes.Path.Contains('.', StringComparison.Ordinal))
            {
                report.Add(SnapshotIssues.Cycle, changes.Index, "type[0].profile[0]", structure.Url, $"its root has the profile '{profile}'");
                return element;
            }

            return Root is { } own && structure.Type == "Extension" ? Fill(own, element, sliced) : element;
        }

        var path = SnapshotReport.PathOf(changes.Index) + ".type[0].profile[0]";
        if (run.Find(profile, SnapshotIssues.UnknownProfile, report, path, changes, profile) is not { } found || run.TreeOf(found)?.Element is not { } root)
        {
            return element;
        }

        if (found.Type != type.TypeName && !IsAbstract(type.TypeName))
        {
            report.AddAt(SnapshotIssues.ProfileType, path, changes, type.TypeName, profile, found.Type);
            return element;
        }

        return found.Type == "Extension" ? Fill(root, element, sliced) : element;
    }

    /// <summary>A profile of any resource fits where any resource fits.</summary>
    private static bool IsAbstract(string type) => type is "Resource" or "DomainResource" or "Element";

    private static ElementDefinition Fill(ElementDefinition root, ElementDefinition element, bool sliced) => sliced
        ? element with { Short = root.Short ?? element.Short, Sources = Sources(root, element), IsModifier = root.IsModifier || element.IsModifier }
        : element with
        {
            StatedMin = root.StatedMin ?? element.StatedMin,
            StatedMax = Least(root.StatedMax, element.StatedMax),
            Short = root.Short ?? element.Short,
            Sources = Sources(root, element),
            Constraints = [.. root.Constraints, .. element.Constraints.Where(constraint => !root.Constraints.Any(other => other.Key == constraint.Key))],
            Conditions = [.. root.Conditions.Union(element.Conditions, StringComparer.Ordinal)],
            IsModifier = root.IsModifier || element.IsModifier,
        };

    private static IReadOnlyList<Node> Sources(ElementDefinition root, ElementDefinition element) => root.Sources.Count == 0 ? element.Sources : [.. element.Sources, .. root.Sources];

    private static int? Least(int? left, int? right) => left is null || right is null ? left ?? right : Math.Min(left.Value, right.Value);
}
