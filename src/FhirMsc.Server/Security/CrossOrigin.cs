using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Security;

/// <summary>
/// Cross-origin resource sharing (https://fetch.spec.whatwg.org/#http-cors-protocol), without which browser-based clients such as the CDS Hooks sandbox see nothing:
/// on every answer, refusals included. Credentials are never allowed, because nothing here goes by cookies.
/// </summary>
internal sealed class CrossOrigin(FhirMscOptions options)
{
    /// <summary>Headers that a page may send. A star would not cover Authorization, so they are named.</summary>
    private const string Headers = "Authorization, Content-Type, Accept, Prefer, If-None-Match, If-Modified-Since";

    private readonly bool anyone = options.AllowedOrigins.Contains("*");

    /// <summary>Lets the page that made the request read the answer, if its origin is allowed.</summary>
    public void Allow(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (anyone)
        {
            headers.AccessControlAllowOrigin = "*";
            return;
        }

        headers.Append("Vary", "Origin");
        var origin = context.Request.Headers.Origin.ToString();
        if (options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase))
        {
            headers.AccessControlAllowOrigin = origin;
        }
    }

    /// <summary>The answer to an OPTIONS request: what may be done here. A preflight carries no token and needs none.</summary>
    /// <param name="context">The request.</param>
    /// <param name="methods">Methods of the path.</param>
    public static Answer Preflight(HttpContext context, string methods)
    {
        var headers = context.Response.Headers;
        headers.Allow = methods;
        if (context.Request.Headers.AccessControlRequestMethod.Count > 0 && headers.AccessControlAllowOrigin.Count > 0)
        {
            headers.AccessControlAllowMethods = methods;
            headers.AccessControlAllowHeaders = Headers;
            headers.AccessControlMaxAge = "600";
        }

        return Answer.Empty(StatusCodes.Status204NoContent);
    }
}
