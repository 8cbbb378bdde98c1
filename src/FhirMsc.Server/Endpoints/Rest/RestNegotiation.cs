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
    /// <returns>Nothing, if no release and form that the request accepts is served.</returns>
    public static (FhirStore Store, RestForm Form)? Accepted(HttpRequest request, FhirRelease? ofPath, FhirStores stores)
    {
        bool? isPretty = bool.TryParse(request.Query["_pretty"], out var pretty) ? pretty : null;
        var overridden = request.Query["_format"].ToString();
        List<MediaTypeHeaderValue> accepted = overridden.Length == 0 ? Accepted(request) : MediaTypeHeaderValue.TryParse(TypeOf(overridden), out var only) ? [only] : [];
        foreach (var range in accepted)
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

    /// <summary>Whether a body's media type can be read as this release: 415 if not.</summary>
    public static bool Takes(HttpRequest request, FhirRelease release, out bool isXml)
    {
        isXml = false;
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && Formats.TryGetValue(type.MediaType.ToString(), out isXml)
            && (VersionOf(type) is not { } stated || stated == release.MimeVersion || stated == release.Version);
    }

    private static List<MediaTypeHeaderValue> Accepted(HttpRequest request)
    {
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
