using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>Conditional reads (https://hl7.org/fhir/R4/http.html#cread).</summary>
internal static class Conditions
{
    /// <summary>Whether the client has the result already. RFC 9110, section 13.1.3: If-Modified-Since does not count where there is an If-None-Match.</summary>
    public static bool IsUnchanged(HttpRequest request, RestResult result)
    {
        if (result.Status != StatusCodes.Status200OK || result.VersionId is not { } version || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
        {
            return false;
        }

        var known = request.Headers.IfNoneMatch.ToString();
        if (known.Length > 0)
        {
            return known.Split(',').Select(tag => tag.Trim()).Any(tag => tag == "*" || (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag).Trim('"') == version);
        }

        return DateTimeOffset.TryParseExact(request.Headers.IfModifiedSince.ToString(), "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) && result.LastModified <= since;
    }
}
