using System.Collections.Frozen;
using FhirMsc.Artifacts;
using FhirMsc.Conformance;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Publishing;

/// <summary>
/// What is published: the artifacts of one or more guidelines in one release, each of them through the gate. Immutable and safe to share; a new edition
/// is a new catalog.
/// </summary>
public sealed class Catalog
{
    private readonly IReadOnlyCollection<ValidatedArtifacts> sets;
    private readonly FrozenDictionary<string, Artifact> byReference;
    private readonly FrozenDictionary<string, Artifact> byUrl;

    /// <summary>Puts validated sets together.</summary>
    /// <param name="sets">At least one; all of the same release, no two with a resource of the same type and id.</param>
    /// <exception cref="ArgumentException">The sets are of different releases, or two resources share a type and id or a canonical.</exception>
    public Catalog(params IReadOnlyCollection<ValidatedArtifacts> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var releases = sets.Select(set => set.Set.Release).Distinct().ToList();
        if (releases.Count != 1)
        {
            throw new ArgumentException("A catalog holds artifacts of exactly one release of FHIR.", nameof(sets));
        }

        this.sets = sets;
        Release = releases[0];
        Artifacts = [.. sets.SelectMany(set => set.Set.Artifacts)];
        byReference = Index(Artifacts, artifact => artifact.Reference);
        byUrl = Index(Artifacts.Where(artifact => artifact.Url is not null), artifact => artifact.Url!);
    }

    /// <summary>The release of FHIR that everything in the catalog is written in.</summary>
    public FhirRelease Release { get; }

    /// <summary>Everything, guideline by guideline, ordered by type and id within one.</summary>
    public IReadOnlyList<Artifact> Artifacts { get; }

    /// <summary>Finds a resource by type and id.</summary>
    /// <returns>The resource, or <see langword="null"/> if it is not published.</returns>
    public Artifact? Find(string type, string id) => byReference.GetValueOrDefault($"{type}/{id}");

    /// <summary>Finds a resource by its canonical, with or without <c>|version</c>; a version that is not the published one is not found.</summary>
    /// <returns>The resource, or <see langword="null"/> if it is not published.</returns>
    public Artifact? FindCanonical(string canonical)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        var artifact = byUrl.GetValueOrDefault(bar < 0 ? canonical : canonical[..bar]);
        return artifact is null || bar < 0 || artifact.Version == canonical[(bar + 1)..] ? artifact : null;
    }

    /// <summary>The part of the catalog that one guideline gave, or <see langword="null"/> if it gave none.</summary>
    public Catalog? Of(string guideline) => sets.Where(set => set.Set.Guideline == guideline).ToList() is { Count: > 0 } own ? new Catalog(own) : null;

    /// <summary>All resources of a type.</summary>
    public IEnumerable<Artifact> OfType(string type) => Artifacts.Where(artifact => artifact.ResourceType == type);

    private static FrozenDictionary<string, Artifact> Index(IEnumerable<Artifact> artifacts, Func<Artifact, string> key)
    {
        var found = new Dictionary<string, Artifact>(StringComparer.Ordinal);
        foreach (var artifact in artifacts)
        {
            if (!found.TryAdd(key(artifact), artifact))
            {
                throw new ArgumentException($"Two artifacts are called {key(artifact)}. Give one of the guidelines another id.", nameof(artifacts));
            }
        }

        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
