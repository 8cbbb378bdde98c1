using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.References;

/// <summary>
/// The entries of one Bundle by what references call them (https://hl7.org/fhir/R4/bundle.html#references), so that a thousand references in it do not look at
/// each entry a thousand times.
/// </summary>
internal sealed class BundleIndex
{
    private readonly Dictionary<string, List<BundleEntry>> byUrl = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<BundleEntry>> byId = new(StringComparer.Ordinal);

    public BundleIndex(Node bundle)
    {
        Type = bundle.Child("type").Text ?? string.Empty;
        Entries = [.. bundle.ChildrenNamed("entry").Select((entry, i) => new BundleEntry(i, entry, entry.Child("resource"), entry.Child("fullUrl").Text))];
        foreach (var entry in Entries.Where(entry => entry.Resource.Exists))
        {
            if (entry.FullUrl is { } url)
            {
                Add(byUrl, url, entry);
            }

            if (entry is { Type: not null, Id: not null })
            {
                Add(byId, $"{entry.Type}/{entry.Id}", entry);
            }
        }
    }

    /// <summary>The Bundle's type; empty if it has none.</summary>
    public string Type { get; }

    /// <summary>All entries, in order.</summary>
    public IReadOnlyList<BundleEntry> Entries { get; }

    /// <summary>
    /// The entries that a reference leads to. An absolute reference is compared with <c>fullUrl</c>; a relative one is first made absolute with the base of
    /// the <c>fullUrl</c> of the entry that it stands in, and leads nowhere if that is no address on a server. A version is compared with <c>meta.versionId</c>.
    /// </summary>
    public IReadOnlyList<BundleEntry> Find(string reference, BundleEntry from)
    {
        var candidates = AnyVersion(reference, from);
        return candidates.Count > 0 && VersionOf(reference) is { } version ? [.. candidates.Where(entry => entry.Version == version)] : candidates;
    }

    /// <summary>The same without looking at the version.</summary>
    public IReadOnlyList<BundleEntry> AnyVersion(string reference, BundleEntry from)
    {
        var plain = Plain(reference);
        var url = plain.Contains(':', StringComparison.Ordinal) ? plain : from.Base is { } address ? address + plain : null;
        return url is null ? [] : WithUrl(url);
    }

    /// <summary>The entries with a resource and that <c>fullUrl</c>.</summary>
    public IReadOnlyList<BundleEntry> WithUrl(string fullUrl) => byUrl.GetValueOrDefault(fullUrl, []);

    /// <summary>The entries whose resource has that <c>Type/id</c>.</summary>
    public IReadOnlyList<BundleEntry> WithTypeAndId(string typeAndId) => byId.GetValueOrDefault(typeAndId, []);

    /// <summary>The entries that have the type and id of a relative reference, whatever their <c>fullUrl</c> is.</summary>
    public IReadOnlyList<BundleEntry> WithId(string reference) => WithTypeAndId(Plain(reference));

    /// <summary>The entry whose <c>fullUrl</c> is the UUID that a relative reference, from an entry that goes by one itself, has for an id.</summary>
    public BundleEntry? WithUuid(string reference, BundleEntry from)
    {
        const string Uuid = "urn:uuid:";
        var plain = Plain(reference);
        var slash = plain.LastIndexOf('/');
        return slash > 0 && from.FullUrl?.StartsWith(Uuid, StringComparison.Ordinal) == true ? byUrl.GetValueOrDefault(Uuid + plain[(slash + 1)..], []).FirstOrDefault() : null;
    }

    private static void Add(Dictionary<string, List<BundleEntry>> index, string key, BundleEntry entry)
    {
        if (!index.TryGetValue(key, out var entries))
        {
            index.Add(key, entries = []);
        }

        entries.Add(entry);
    }

    /// <summary>Without version and fragment.</summary>
    private static string Plain(string reference)
    {
        var end = reference.IndexOf('#', StringComparison.Ordinal);
        reference = end > 0 ? reference[..end] : reference;
        var history = reference.IndexOf("/_history/", StringComparison.Ordinal);
        return history > 0 ? reference[..history] : reference;
    }

    private static string? VersionOf(string reference) =>
        reference.IndexOf("/_history/", StringComparison.Ordinal) is var history and > 0 ? reference[(history + 10)..] : null;
}
