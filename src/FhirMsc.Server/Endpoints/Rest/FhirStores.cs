using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>The releases that are served. The first is what clients get that name none.</summary>
internal sealed class FhirStores
{
    private readonly IReadOnlyList<(FhirRelease Release, Lazy<FhirStore?> Store)> stores;

    public FhirStores(Catalog main, IReadOnlyList<FurtherRelease> others, TimeProvider time)
    {
        Default = new FhirStore(main, time);
        stores =
        [
            (main.Release, new Lazy<FhirStore?>(Default)),
            .. others.Where(other => other.Release != main.Release).Select(other => (other.Release, new Lazy<FhirStore?>(() => other.Catalog.Value is { } catalog ? new FhirStore(catalog, time) : null))),
        ];
        Releases = [.. stores.Select(store => store.Release)];
    }

    /// <summary>The release for those who name none.</summary>
    public FhirStore Default { get; }

    /// <summary>All releases, the default first.</summary>
    public IReadOnlyList<FhirRelease> Releases { get; }

    /// <summary>The store of a release; <see langword="null"/> if it is not served.</summary>
    public FhirStore? Find(FhirRelease release) => stores.FirstOrDefault(store => store.Release == release).Store?.Value;
}
