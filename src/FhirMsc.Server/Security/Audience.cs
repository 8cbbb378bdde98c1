using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Security;

/// <summary>
/// "aud: the endpoint that is being called": discovery, each service and its feedback have each their own. Health systems type these URLs in by hand, so that scheme and
/// host may be in capitals, the port that goes without saying may be said, and a slash may stand at the end; nothing else may differ.
/// </summary>
internal static class Audience
{
    private static readonly object MountKey = new();

    /// <summary>Notes where in a host the endpoints are mounted, because that belongs to an endpoint's URL and is no part of the request's path any more.</summary>
    public static void SetMount(HttpContext context, PathString mount) => context.Items[MountKey] = mount;

    /// <summary>Whether one of a token's audiences is the endpoint called.</summary>
    /// <param name="baseUrl">The base URL as clients see it.</param>
    /// <param name="request">The call.</param>
    /// <param name="audiences">The token's <c>aud</c>.</param>
    public static bool Matches(string baseUrl, HttpRequest request, IReadOnlyList<string> audiences)
    {
        var mount = request.HttpContext.Items.TryGetValue(MountKey, out var noted) ? (PathString)noted! : PathString.Empty;
        var endpoint = new Uri(baseUrl.TrimEnd('/') + mount.Add(request.Path).ToUriComponent());
        return audiences.Any(audience => Uri.TryCreate(audience, UriKind.Absolute, out var url) && Same(endpoint, url));
    }

    private static bool Same(Uri endpoint, Uri audience) =>
        audience.Scheme == endpoint.Scheme && audience.IdnHost == endpoint.IdnHost && audience.Port == endpoint.Port
        && audience.UserInfo.Length == 0 && audience.Query.Length == 0 && audience.Fragment.Length == 0
        && audience.AbsolutePath.TrimEnd('/') == endpoint.AbsolutePath.TrimEnd('/');
}
