using FhirMsc.Artifacts;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Bundles;

/// <summary>What artifacts refer to, and the order in which each comes behind what it refers to.</summary>
internal sealed class DependencyOrder
{
    /// <summary>Elements whose text may lead to another artifact: <c>Reference.reference</c>, and canonicals by the names they have in what we generate.</summary>
    private static readonly HashSet<string> Links =
        ["reference", "resource", "definitionCanonical", "library", "valueSet", "valueCanonical", "artifactCanonical", "source", "target", "system", "supplements"];

    private static readonly HashSet<string> References = ["reference"];

    private readonly Dictionary<string, Artifact> byName;

    /// <summary>Indexes the artifacts by all their names.</summary>
    public DependencyOrder(IReadOnlyList<Artifact> artifacts)
    {
        Artifacts = artifacts;
        byName = new Dictionary<string, Artifact>(StringComparer.Ordinal);
        foreach (var artifact in artifacts)
        {
            byName.TryAdd(artifact.Reference, artifact);
            byName.TryAdd(artifact.FullUrl, artifact);
            if (artifact.Url is { } url)
            {
                byName.TryAdd(url, artifact);
                byName.TryAdd($"{url}|{artifact.Version}", artifact);
            }
        }
    }

    /// <summary>All of them, in the order they came.</summary>
    public IReadOnlyList<Artifact> Artifacts { get; }

    /// <summary>
    /// All of them, each behind what it refers to. Where artifacts refer to each other in a circle (a plan is part of a strategy that names it), the one that
    /// comes first in the catalog comes last.
    /// </summary>
    public IReadOnlyList<Artifact> DependenciesFirst() => Walk(Artifacts, Links);

    /// <summary>An artifact and, behind it, everything that it refers to by reference or canonical, directly or not.</summary>
    public IReadOnlyList<Artifact> NeededBy(Artifact start)
    {
        var found = Walk([start], Links).ToHashSet<Artifact>(ReferenceEqualityComparer.Instance);
        return [start, .. Artifacts.Where(artifact => artifact != start && found.Contains(artifact))];
    }

    /// <summary>An artifact and, behind it, everything that references (not canonicals) lead to from it, directly or not: what a document holds.</summary>
    public IReadOnlyList<Artifact> ReachableFrom(Artifact start)
    {
        var found = Walk([start], References);
        return [start, .. Artifacts.Where(artifact => artifact != start && found.Contains(artifact))];
    }

    private List<Artifact> Walk(IReadOnlyList<Artifact> starts, HashSet<string> links)
    {
        var order = new List<Artifact>();
        var met = new HashSet<Artifact>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(Artifact Artifact, IEnumerator<Artifact> Needs)>();
        foreach (var start in starts)
        {
            Enter(start);
            while (open.TryPeek(out var top))
            {
                if (top.Needs.MoveNext())
                {
                    Enter(top.Needs.Current);
                }
                else
                {
                    order.Add(open.Pop().Artifact);
                }
            }
        }

        return order;

        void Enter(Artifact artifact)
        {
            if (met.Add(artifact))
            {
                open.Push((artifact, ReferredTo(artifact.Tree.Root, links).GetEnumerator()));
            }
        }
    }

    private IEnumerable<Artifact> ReferredTo(Node node, HashSet<string> links)
    {
        foreach (var child in node.Children)
        {
            if (child.Kind == NodeKind.String && links.Contains(child.Name) && byName.TryGetValue(child.Text!, out var artifact))
            {
                yield return artifact;
            }

            foreach (var below in ReferredTo(child, links))
            {
                yield return below;
            }
        }
    }
}
