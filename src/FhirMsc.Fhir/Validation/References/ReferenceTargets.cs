using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Evaluations;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.References;

/// <summary>Follows references during one validation: contained resources, the Bundles around, then the port. For one thread.</summary>
internal sealed class ReferenceTargets(ValidationSettings settings)
{
    private static readonly int Entry = NameTable.Fhir.Find("entry");

    private readonly Dictionary<(NodeTree, int), BundleIndex> bundles = [];

    /// <summary>Finds where a reference leads.</summary>
    /// <param name="from">The place that refers.</param>
    /// <param name="text">The reference as stated.</param>
    public ReferenceTarget Find(Node from, string text)
    {
        if (text.Length == 0)
        {
            return new ReferenceTarget(default, AggregationModes.Referenced);
        }

        if (text[0] == '#')
        {
            return new ReferenceTarget(Resources.FindContained(from, text[1..]), AggregationModes.Contained);
        }

        var found = FindInBundles(from, text);
        return found.Exists
            ? new ReferenceTarget(found, AggregationModes.Bundled)
            : new ReferenceTarget(settings.References?.Resolve(text) ?? default, AggregationModes.Referenced);
    }

    /// <summary>The entries of a Bundle; the same object for the same Bundle.</summary>
    public BundleIndex IndexOf(Node bundle)
    {
        if (!bundles.TryGetValue((bundle.Tree, bundle.Index), out var index))
        {
            bundles[(bundle.Tree, bundle.Index)] = index = new BundleIndex(bundle);
        }

        return index;
    }

    private static Node One(IReadOnlyList<BundleEntry> found, string text)
    {
        // Several versions of one resource may stand side by side: the one that the reference names, else the first.
        var at = text.IndexOf("/_history/", StringComparison.Ordinal);
        foreach (var candidate in at < 0 ? [] : found)
        {
            if (candidate.Version == text[(at + 10)..])
            {
                return candidate.Resource;
            }
        }

        return found.Count > 0 ? found[0].Resource : default;
    }

    /// <summary>Resolving references in Bundles (https://hl7.org/fhir/R4/bundle.html#references), from the innermost Bundle outwards.</summary>
    private Node FindInBundles(Node from, string text)
    {
        for (var node = from; node.Parent.Exists; node = node.Parent)
        {
            if (node.NameNumber != Entry || node.Parent.ResourceType != "Bundle")
            {
                continue;
            }

            var index = IndexOf(node.Parent);
            var plain = ReferenceText.WithoutVersion(text);
            var found = ReferenceText.IsAbsolute(text)
                ? One(index.WithUrl(plain), text)
                : node.Child("fullUrl").Text is { } own && ReferenceText.BaseOf(own, settings.Model) is { } address && index.WithUrl(address + plain) is { Count: > 0 } based
                    ? One(based, text)
                    : One(index.WithTypeAndId(plain), text);
            if (found.Exists)
            {
                return found;
            }
        }

        return default;
    }
}
