using System.Globalization;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Xml;
using FhirMsc.Server.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>
/// Everything below <c>{base}/fhir</c> (https://hl7.org/fhir/R4/http.html): finds the release and form, hands the request to <see cref="RestRouter"/>, and gives the
/// result the form that was asked for.
/// </summary>
internal sealed class RestEndpoint(string method, ServedContent content, RestRouter router, BodyReader bodies) : IEndpoint
{
    /// <inheritdoc/>
    public string Route => "/fhir/{**path}";

    /// <inheritdoc/>
    public string Method => method;

    /// <inheritdoc/>
    /// <remarks>What is read is public. What is posted may be a patient's data, and has to be worked on.</remarks>
    public bool IsOpen => HttpMethods.IsGet(method);

    /// <inheritdoc/>
    public IssueKind WrongMethod => RestIssues.ReadOnly;

    /// <inheritdoc/>
    public string Allowed(HttpRequest request) => RestRouter.Allowed(request.Path.Value!);

    /// <inheritdoc/>
    public Answer InWantedForm(Answer refusal, HttpRequest request)
    {
        var stores = content.Current.Stores;
        var (store, form) = RestNegotiation.ForRefusal(request, OfPath(request).Release, stores);
        return refusal with { ContentType = form.ContentType, Body = Body(new RestResult(refusal.Status, refusal.Body), store, form) };
    }

    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var stores = content.Current.Stores;
        var (ofPath, path) = OfPath(request);
        if (RestNegotiation.Accepted(request, ofPath, stores) is not { } accepted)
        {
            return NotAcceptable(request, ofPath, stores);
        }

        var (store, form) = accepted;
        if (!HttpMethods.IsGet(method) && !RestRouter.IsAsked(request.Path.Value!))
        {
            var allow = Allowed(request);
            return Render(RestResult.Refusal(StatusCodes.Status405MethodNotAllowed, RestIssues.ReadOnly.At(string.Empty, null, allow)) with { Allow = allow }, store, form, request);
        }

        var (input, refusal) = await ReadAsync(request, store).ConfigureAwait(false);
        if (refusal is not null)
        {
            return Render(refusal, store, form, request);
        }

        // A search that is posted has all its parameters in the body, these two included.
        if (input.IsForm && (input.Text("_format") ?? input.Text("_pretty")) is not null)
        {
            if (RestNegotiation.Accepted(request, ofPath, stores, input.Text("_format"), input.Text("_pretty")) is not { } wanted)
            {
                return NotAcceptable(request, ofPath, stores);
            }

            (store, form) = wanted;
        }

        var call = new RestCall
        {
            Stores = stores,
            Store = store,
            Base = BaseOf(request, path.Length),
            Input = input,
            IsLenient = request.Headers["Prefer"].ToString().Contains("handling=lenient", StringComparison.OrdinalIgnoreCase),
        };
        return Render(router.Route(call, path, method), store, form, request);
    }

    private static (FhirRelease? Release, string[] Path) OfPath(HttpRequest request)
    {
        var segments = ((string?)request.RouteValues["path"] ?? string.Empty).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var release = segments.Length > 0 ? RestNegotiation.OfPath(segments[0]) : null;
        return (release, release is null ? segments : segments[1..]);
    }

    private static Answer NotAcceptable(HttpRequest request, FhirRelease? ofPath, FhirStores stores)
    {
        var served = string.Join(", ", stores.Releases.Select(release => release.MimeVersion));
        var (store, form) = RestNegotiation.ForRefusal(request, ofPath, stores);
        return Render(RestResult.Refusal(StatusCodes.Status406NotAcceptable, RestIssues.NotAcceptable.At(string.Empty, null, served)), store, form, request);
    }

    /// <summary>The address in front of the path's own parts.</summary>
    private static string BaseOf(HttpRequest request, int parts)
    {
        var path = (request.PathBase + request.Path).Value!.TrimEnd('/');
        for (var i = 0; i < parts; i++)
        {
            path = path[..path.LastIndexOf('/')].TrimEnd('/');
        }

        return $"{request.Scheme}://{request.Host}{path}";
    }

    private async ValueTask<(RestInput Input, RestResult? Refusal)> ReadAsync(HttpRequest request, FhirStore store)
    {
        List<KeyValuePair<string, string>> query = [.. request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? string.Empty)))];
        if (!HttpMethods.IsPost(method) || request.ContentLength == 0 || request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false)
        {
            return (new RestInput(query, default, []), null);
        }

        var isForm = request.HasFormContentType && request.ContentType!.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
        if (!isForm && RestRouter.IsSearch(request.Path.Value!))
        {
            return (RestInput.Empty, RestResult.Refusal(StatusCodes.Status415UnsupportedMediaType, RestIssues.SearchForm.At(string.Empty, null)));
        }

        var isXml = false;
        if (!isForm && !RestNegotiation.Takes(request, store.Release, out isXml))
        {
            return (RestInput.Empty, RestResult.Refusal(StatusCodes.Status415UnsupportedMediaType, RestIssues.MediaType.At(string.Empty, null, store.Release.MimeVersion)));
        }

        var (body, refusal) = await bodies.ReadAsync(request, anyType: true).ConfigureAwait(false);
        if (refusal is not null)
        {
            return (RestInput.Empty, new RestResult(refusal.Status, refusal.Body));
        }

        if (isForm)
        {
            query.AddRange(QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(body.Span)).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? string.Empty))));
            return (new RestInput(query, default, []) { IsForm = true }, null);
        }

        var read = isXml ? XmlParser.Parse(body, store.Model) : JsonParser.Parse(body);
        return read.Tree is { } tree && tree.Root.ResourceType is not null && read.Issues.All(issue => issue.Severity != Severity.Fatal)
            ? (new RestInput(query, tree.Root, read.Issues), null)
            : (RestInput.Empty, RestResult.Refusal(StatusCodes.Status400BadRequest, read.Issues.Count > 0 ? read.Issues : [RestIssues.Missing.At(string.Empty, null, "a resource in the body")]));
    }

    private static Answer Render(RestResult result, FhirStore store, RestForm form, HttpRequest request)
    {
        var headers = new List<KeyValuePair<string, string>>
        {
            new("Vary", "Accept, Accept-Encoding"),
            new("Access-Control-Expose-Headers", "ETag, Last-Modified, Allow"),
        };
        if (result.Allow is { } allow)
        {
            headers.Add(new("Allow", allow));
        }

        if (result.VersionId is { } version)
        {
            headers.Add(new("ETag", $"W/\"{version}\""));
        }

        if (result.LastModified is { } modified)
        {
            headers.Add(new("Last-Modified", modified.ToString("R", CultureInfo.InvariantCulture)));
        }

        if (Conditions.IsUnchanged(request, result))
        {
            return Answer.Empty(StatusCodes.Status304NotModified) with { Headers = headers, IsPublic = true };
        }

        var answer = new Answer(result.Status, result.ContentType ?? form.ContentType, result.ContentType is null ? Body(result, store, form) : result.Json) { Headers = headers, IsPublic = result.LastModified is not null };
        return ContentCoding.Apply(answer, request);
    }

    private static ReadOnlyMemory<byte> Body(RestResult result, FhirStore store, RestForm form)
    {
        if (!form.IsXml && form.IsPretty is null)
        {
            return result.Json;
        }

        var shape = form.IsPretty == true ? JsonForm.Indented : JsonForm.Compact;
        var tree = JsonParser.Parse(result.Json).Tree ?? throw new InvalidOperationException("An answer was made that is not JSON.");
        return form.IsXml ? FhirXmlWriter.Write(tree.Root, store.Model, shape).Utf8 : JsonWriter.Write(tree.Root, shape);
    }
}
