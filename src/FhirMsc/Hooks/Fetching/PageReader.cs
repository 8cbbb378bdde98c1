using FhirMsc.Fhir.Json;
using FhirMsc.Hooks.Requests;

namespace FhirMsc.Hooks.Fetching;

/// <summary>Follows the pages of one search (https://hl7.org/fhir/R4/http.html#paging): only on the server itself, each page once, and only so many.</summary>
public sealed class PageReader(IFhirSource source, FhirAccess access)
{
    private static readonly int Link = NameTable.Fhir.Find("link");

    internal const string Loop = "the pages of the FHIR server's answer lead back to themselves";
    internal const string TooMany = "the FHIR server's answer has more pages than are followed";
    internal const string Elsewhere = "a page of the FHIR server's answer lies on another server, which is not asked";

    /// <summary>The address of the next page; <see langword="null"/> if it is the last one.</summary>
    public static string? Next(Node bundle)
    {
        if (!bundle.Child(Link).Exists)
        {
            return null;
        }

        foreach (var link in NodeShapes.Items(bundle, Link))
        {
            if (NodeShapes.Of(link) == NodeShape.Object && NodeShapes.Text(link, "relation") == "next")
            {
                return NodeShapes.Text(link, "url") ?? string.Empty;
            }
        }

        return null;
    }

    /// <summary>Reads an address and all pages behind it.</summary>
    /// <returns>The pages, or why not all could be read.</returns>
    public async Task<(IReadOnlyList<Node> Pages, string? Failure)> ReadAsync(Uri first, CancellationToken cancellation)
    {
        var pages = new List<Node>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var url = first;
        while (true)
        {
            if (!seen.Add(url.AbsoluteUri))
            {
                return ([], Loop);
            }

            if (pages.Count == source.Limits.Pages)
            {
                return ([], TooMany);
            }

            var fetched = await source.GetAsync(url, access, cancellation).ConfigureAwait(false);
            if (fetched.Failure is not null)
            {
                return ([], fetched.Failure);
            }

            pages.Add(fetched.Resource);
            if (fetched.Resource.ResourceType != "Bundle" || Next(fetched.Resource) is not { } next)
            {
                return (pages, null);
            }

            if (Follow(fetched.Address ?? url, next) is not { } following)
            {
                return ([], Elsewhere);
            }

            url = following;
        }
    }

    /// <summary>Where a link leads, if it stays on the client's FHIR server: the token must not go anywhere else.</summary>
    public Uri? Follow(Uri from, string link) => Uri.TryCreate(from, link, out var url) && IsSameOrigin(url, access.Server) ? url : null;

    /// <summary>Same scheme, host and port.</summary>
    public static bool IsSameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && one.Host.Equals(other.Host, StringComparison.OrdinalIgnoreCase) && one.UserInfo.Length == 0;
}
