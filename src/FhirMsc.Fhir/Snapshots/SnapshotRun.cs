using System.Runtime.CompilerServices;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>One call of the generator: the structures whose snapshots are being made, one inside the other, and what came of those that are done.</summary>
internal sealed class SnapshotRun(IDefinitionSource definitions, SnapshotGenerator generator)
{
    /// <summary>What the URLs of FHIR's own types start with.</summary>
    public const string CoreUrl = "http://hl7.org/fhir/StructureDefinition/";

    private readonly List<StructureDefinition> chain = [];

    /// <summary>Results that hang on where this run began, because they are part of a circle: right for this run, but not to be kept.</summary>
    private readonly Dictionary<StructureDefinition, (SnapshotResult Result, int Circle)> partial = new(ReferenceEqualityComparer.Instance);

    /// <summary>The lowest place in the chain that a circle, met since, leads back to.</summary>
    private int circle = int.MaxValue;

    /// <summary>The snapshot of a structure, made from its differential.</summary>
    public SnapshotResult Generate(StructureDefinition structure)
    {
        if (structure.Differential is null && (structure.Snapshot is not null || structure.BaseDefinition is null))
        {
            return new SnapshotResult(structure.Snapshot is null ? null : structure, structure.Snapshot is null ? [SnapshotIssues.Empty.At("StructureDefinition", null, structure.Url)] : []);
        }

        var place = chain.Count;
        chain.Add(structure);
        var result = new SnapshotPass(this, structure).Run();
        chain.RemoveAt(place);
        if (circle < place)
        {
            partial[structure] = (result, circle);
            return result;
        }

        circle = int.MaxValue;
        return generator.Keep(structure, result);
    }

    /// <summary>A structure with its snapshot, generated if it came without; <see langword="null"/>, with an issue, if there is none.</summary>
    /// <param name="canonical">Canonical URL.</param>
    /// <param name="missing">What to report if it is not known.</param>
    /// <param name="report">Takes the issues.</param>
    /// <param name="path">Where it is asked for.</param>
    /// <param name="arguments">What goes into the text of <paramref name="missing"/>.</param>
    public StructureDefinition? Find(string canonical, IssueKind missing, SnapshotReport report, string path, params ReadOnlySpan<object?> arguments)
    {
        if (definitions.FindStructure(canonical) is not { } found)
        {
            report.AddAt(missing, path, arguments);
            return null;
        }

        if (found.Snapshot is not null)
        {
            return found;
        }

        var result = generator.Known(found);
        if (result is null && partial.TryGetValue(found, out var part))
        {
            (result, circle) = (part.Result, Math.Min(circle, part.Circle));
        }

        if (result is null)
        {
            var open = chain.FindIndex(structure => structure.Url == found.Url);
            if (open >= 0)
            {
                circle = Math.Min(circle, open);
                report.AddAt(SnapshotIssues.Cycle, path, found.Url, string.Join(" → ", chain.Skip(open).Take(10).Append(found).Select(structure => structure.Url)));
                return null;
            }

            if (chain.Count >= SnapshotLimits.Chain || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                report.AddAt(SnapshotIssues.TooDeep, path, found.Url, chain.Count);
                return null;
            }

            result = Generate(found);
        }

        if (result.Structure is null)
        {
            report.AddAt(SnapshotIssues.Failed with { Severity = missing.Severity }, path, found.Url, result.Issues.FirstOrDefault(issue => issue.IsError)?.Text);
        }
        else if (result.Issues.Any(issue => issue.IsError || issue.Kind == SnapshotIssues.Dependency))
        {
            report.AddAt(SnapshotIssues.Dependency, path, found.Url);
        }

        return result.Structure;
    }

    /// <summary>The definition of a type named by an element: a name of FHIR's own, or the URL of a logical model.</summary>
    public StructureDefinition? FindType(string code, SnapshotReport report, string path, object element) =>
        Find(code.Contains(':', StringComparison.Ordinal) ? code : CoreUrl + code, SnapshotIssues.UnknownType, report, path, element, code);

    /// <summary>Whether a structure is one of several or builds on one of them, at any remove; <see langword="null"/> if the chain of its bases leads to what is not known.</summary>
    public bool? Descends(string canonical, HashSet<string> ancestors)
    {
        var at = canonical;
        for (var i = 0; i < SnapshotLimits.Chain; i++)
        {
            if (ancestors.Contains(CanonicalVersion.Split(at).Url))
            {
                return true;
            }

            if (definitions.FindStructure(at) is not { } structure)
            {
                return null;
            }

            if (structure.BaseDefinition is not { } next)
            {
                return false;
            }

            at = next;
        }

        return null;
    }

    /// <summary>The elements of a structure as a tree.</summary>
    public ElementNode? TreeOf(StructureDefinition? structure) => structure?.Snapshot is { } snapshot ? generator.TreeOf(snapshot) : null;
}
