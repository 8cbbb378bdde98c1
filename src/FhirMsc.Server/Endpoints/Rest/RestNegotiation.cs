using FhirMsc.Fhir.Definitions;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>
/// Finds the release and the form that a request asks for (https://hl7.org/fhir/R4/http.html#mime-type and #version-parameter). A release can stand in the path, in the
/// media type's <c>fhirVersion</c>, or nowhere, which means the default. If path and media type disagree, nothing can be right: 406 for what is accepted, 415 for what is sent.
/// </summary>
internal static class RestNegotiation
{
    private static readonly Dictionary<string, bool> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["json"] = false,
        ["application/json"] = false,
        ["application/fhir+json"] = false,
        ["text/json"] = false,
        ["*/*"] = false,
        ["application/*"] = false,
        ["xml"] = true,
        ["application/xml"] = true,
        ["application/fhir+xml"] = true,
        ["text/xml"] = true,
    };

    /// <summary>The release that the first part of a path names, as in <c>/fhir/r5/PlanDefinition</c>.</summary>
    public static FhirRelease? OfPath(string? first) => FhirRelease.All.FirstOrDefault(release => string.Equals(release.Name, first, StringComparison.OrdinalIgnoreCase));

    /// <summary>The store and form.</summary>
    /// <param name="request">The request.</param>
    /// <param name="ofPath">The release in the path.</param>
    /// <param name="stores">What is served.</param>
    /// <param name="format">The value of <c>_format</c>, if not in the query.</param>
    /// <param name="pretty">The value of <c>_pretty</c>, if not in the query.</param>
    /// <returns>Nothing, if no release and form that the request accepts is served.</returns>
    public static (FhirStore Store, RestForm Form)? Accepted(HttpRequest request, FhirRelease? ofPath, FhirStores stores, string? format = null, string? pretty = null)
    {
        var isPretty = IsPretty(pretty ?? request.Query["_pretty"]);
        foreach (var range in Wanted(request, format ?? request.Query["_format"].ToString()))
        {
            if (!Formats.TryGetValue(range.MediaType.ToString(), out var isXml) || range.Quality == 0)
            {
                continue;
            }

            var stated = VersionOf(range);
            var release = stated is null ? ofPath ?? stores.Default.Release : FhirRelease.All.FirstOrDefault(one => one.MimeVersion == stated || one.Version == stated);
            if (release is not null && (ofPath is null || ofPath == release) && stores.Find(release) is { } store)
            {
                return (store, new RestForm(isXml, isPretty, release.MimeVersion));
            }
        }

        return null;
    }

    /// <summary>The store and form for a refusal, which must have some: those that are accepted, or else the accepted form alone, or else JSON.</summary>
    public static (FhirStore Store, RestForm Form) ForRefusal(HttpRequest request, FhirRelease? ofPath, FhirStores stores)
    {
        if (Accepted(request, ofPath, stores) is { } accepted)
        {
            return accepted;
        }

        var store = (ofPath is null ? null : stores.Find(ofPath)) ?? stores.Default;
        return (store, new RestForm(PrefersXml(request), IsPretty(request.Query["_pretty"]), store.Release.MimeVersion));
    }

    /// <summary>Whether XML is the best of the forms that are wanted and known, whatever the release.</summary>
    public static bool PrefersXml(HttpRequest request) =>
        Wanted(request, request.Query["_format"].ToString()).Where(range => range.Quality != 0).Select(range => Formats.TryGetValue(range.MediaType.ToString(), out var isXml) ? isXml : (bool?)null).FirstOrDefault(isXml => isXml is not null) == true;

    /// <summary>Whether a body's media type can be read as this release: 415 if not.</summary>
    public static bool Takes(HttpRequest request, FhirRelease release, out bool isXml)
    {
        isXml = false;
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && Formats.TryGetValue(type.MediaType.ToString(), out isXml)
            && (VersionOf(type) is not { } stated || stated == release.MimeVersion || stated == release.Version);
    }

    private static bool? IsPretty(string? text) => bool.TryParse(text, out var pretty) ? pretty : null;

    /// <summary>What is wanted, the best first. <c>_format</c> overrides the header.</summary>
    private static List<MediaTypeHeaderValue> Wanted(HttpRequest request, string format)
    {
        if (format.Length > 0)
        {
            return MediaTypeHeaderValue.TryParse(TypeOf(format), out var only) ? [only] : [];
        }

        var stated = request.Headers.Accept;
        return stated.Count == 0 || !MediaTypeHeaderValue.TryParseList(stated, out var list)
            ? [new MediaTypeHeaderValue("*/*")]
            : [.. list.OrderByDescending(range => range.Quality ?? 1)];
    }

    /// <summary>Short forms as media types; a plus that was not escaped arrives as a space.</summary>
    private static string TypeOf(string format) => format switch
    {
        "json" => "application/fhir+json",
        "xml" => "application/fhir+xml",
        _ => format.Replace("fhir ", "fhir+", StringComparison.Ordinal),
    };

    private static string? VersionOf(MediaTypeHeaderValue type)
    {
        var value = type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("fhirVersion", StringComparison.OrdinalIgnoreCase))?.Value.ToString().Trim('"');
        return string.IsNullOrEmpty(value) ? null : value;
    }
}
