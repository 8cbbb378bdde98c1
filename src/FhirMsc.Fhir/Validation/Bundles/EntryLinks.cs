using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.References;

namespace FhirMsc.Fhir.Validation.Bundles;

/// <summary>
/// The references between entries (https://hl7.org/fhir/R4/bundle.html#references), and what documents and messages require of them
/// (documents.html#content, messaging.html#bundle).
/// </summary>
internal sealed class EntryLinks(BundleIndex index, IssueSink sink)
{
    private readonly List<(int From, int To)> links = [];

    /// <summary>What a document must carry if its Composition refers to it, and a message if its MessageHeader does.</summary>
    private static readonly string[][] OfComposition = [["subject"], ["encounter"], ["author"], ["attester", "party"], ["custodian"], ["event", "detail"]];
    private static readonly string[][] OfSection = [["author"], ["focus"], ["entry"]];
    private static readonly string[][] OfMessageHeader = [["focus"]];

    public void Check()
    {
        foreach (var entry in index.Entries.Where(entry => entry.Resource.Exists))
        {
            Walk(entry.Resource, entry);
        }

        if (index.Entries is not [{ Resource.Exists: true } first, ..])
        {
            return;
        }

        if (index.Type == "document" && first.Type == "Composition")
        {
            Require(first.Resource, OfComposition, first, "document");
            Sections(first.Resource, first);
            Reach(first);
        }
        else if (index.Type == "message" && first.Type == "MessageHeader")
        {
            Require(first.Resource, OfMessageHeader, first, "message");
            Reach(first);
        }
    }

    private void Sections(Node parent, BundleEntry first)
    {
        foreach (var section in parent.ChildrenNamed("section"))
        {
            Require(section, OfSection, first, "document");
            Sections(section, first);
        }
    }

    private void Require(Node node, string[][] paths, BundleEntry first, string what)
    {
        foreach (var path in paths)
        {
            var targets = path.Aggregate((IEnumerable<Node>)[node], (nodes, step) => nodes.SelectMany(parent => parent.ChildrenNamed(step)));
            foreach (var reference in targets.Select(target => target.Child("reference")))
            {
                if (reference.Text is { Length: > 0 } text && text[0] != '#' && index.AnyVersion(text, first).Count == 0)
                {
                    sink.Report(BundleIssues.MissingTarget, reference.Parent, text, what, index.WithId(text).Count > 0 ? " An entry has that type and id, but the 'fullUrl's don't fit." : string.Empty);
                }
            }
        }
    }

    /// <summary>Checks every reference in an entry, contained resources included, and notes where it leads.</summary>
    private void Walk(Node node, BundleEntry from)
    {
        foreach (var child in node.Children)
        {
            if (child.HasChildren)
            {
                // A Bundle in a Bundle has references of its own.
                if (child.ResourceType != "Bundle")
                {
                    Walk(child, from);
                }
            }
            else if (child.Kind == NodeKind.String && IsLink(child) && child.Text is { Length: > 0 } text && text[0] != '#')
            {
                Follow(child, text, from);
            }
        }
    }

    /// <summary>References, and whatever else could be the URL of an entry: a canonical in a value of any name.</summary>
    private static bool IsLink(Node node) => node.Name == "reference" || node.RawValue.StartsWith("urn:"u8) || node.RawValue.StartsWith("http"u8);

    private void Follow(Node node, string text, BundleEntry from)
    {
        var found = index.Find(text, from);
        foreach (var entry in found)
        {
            links.Add((from.Number, entry.Number));
        }

        if (node.Name != "reference")
        {
            return;
        }

        var isRelative = !text.Contains(':', StringComparison.Ordinal);
        if (found.Count > 1)
        {
            sink.Report(BundleIssues.AmbiguousReference, node.Parent, text, found.Count);
        }
        else if (found.Count == 1)
        {
            return;
        }
        else if (index.AnyVersion(text, from).Count > 0)
        {
            var severity = index.Type is "document" or "message" ? Severity.Error : Severity.Warning;
            sink.Report(BundleIssues.OtherVersion, severity, node.Parent, null, null, null, text);
        }
        else if (isRelative && from.FullUrl is null && index.Type is not ("transaction" or "batch" or "transaction-response" or "batch-response"))
        {
            sink.Report(BundleIssues.NoBase, node.Parent, text);
        }
        else if (isRelative && index.WithUuid(text, from) is { Type: { } actual } other && ServerAddress.Read(text) is { } address && address.Type != actual)
        {
            sink.Report(BundleIssues.OtherType, node.Parent, text, other.FullUrl, actual);
        }
        else if (isRelative && index.WithId(text).Count > 0)
        {
            sink.Report(BundleIssues.MatchById, node.Parent, text);
        }
        else if (text.StartsWith("urn:uuid:", StringComparison.Ordinal) || text.StartsWith("urn:oid:", StringComparison.Ordinal))
        {
            sink.Report(BundleIssues.MissingUrn, node.Parent, text);
        }
    }

    private void Reach(BundleEntry first)
    {
        var forward = From(first, links.ToLookup(link => link.From, link => link.To));
        var either = From(first, links.Concat(links.Select(link => (From: link.To, To: link.From))).ToLookup(link => link.From, link => link.To));
        foreach (var entry in index.Entries)
        {
            if (!either.Contains(entry.Number))
            {
                sink.Report(index.Type == "document" ? BundleIssues.Unreachable : BundleIssues.UnreachableInMessage, entry.Node);
            }
            else if (!forward.Contains(entry.Number) && index.Type == "document" && entry.Type != "Provenance")
            {
                sink.Report(BundleIssues.OnlyBackward, entry.Node);
            }
        }
    }

    private static HashSet<int> From(BundleEntry first, ILookup<int, int> next)
    {
        var reached = new HashSet<int> { first.Number };
        var waiting = new Stack<int>([first.Number]);
        while (waiting.TryPop(out var at))
        {
            foreach (var to in next[at].Where(reached.Add))
            {
                waiting.Push(to);
            }
        }

        return reached;
    }
}
