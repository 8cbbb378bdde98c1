using System.Collections;
using System.Diagnostics.CodeAnalysis;
using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Fetching;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Prefetch;

/// <summary>The resources that came along with a call, by reference; collected when the first reference is followed, which most answers never need.</summary>
internal sealed class LazyReferences(HookRequest request, FetchedData fetched) : IReadOnlyDictionary<string, Node>
{
    private Dictionary<string, Node>? index;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => Index.Keys;

    /// <inheritdoc/>
    public IEnumerable<Node> Values => Index.Values;

    /// <inheritdoc/>
    public int Count => Index.Count;

    private Dictionary<string, Node> Index => index ??= RequestResources.Index(request, fetched);

    /// <inheritdoc/>
    public Node this[string key] => Index[key];

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Index.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out Node value) => Index.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Node>> GetEnumerator() => Index.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
