using System.Buffers;
using System.Globalization;
using FhirMsc.Fhir.Issues;
using Microsoft.AspNetCore.Http;

namespace FhirMsc.Server.Protocol;

/// <summary>A complete response. Nothing is sent before all of it is known, so a failure can never leave half of one behind.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="ContentType">Media type of the body; <see langword="null"/> without one.</param>
/// <param name="Body">The body.</param>
internal sealed record Answer(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    public const string Json = "application/json";
    public const string FhirJson = "application/fhir+json";
    public const string PlainText = "text/plain; charset=utf-8";

    /// <summary>Whether caches may keep it: only what is the same for everybody.</summary>
    public bool IsPublic { get; init; }

    /// <summary>After how many seconds the call may be repeated; 0 to say nothing.</summary>
    public int RetryAfter { get; init; }

    /// <summary>Headers beyond those that every answer has.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The memory of a body that is sent once; it is used again after that.</summary>
    private AnswerBody? Lent { get; init; }

    /// <summary>A body that is written now.</summary>
    public static Answer Of(int status, string contentType, Action<IBufferWriter<byte>> write)
    {
        var body = new AnswerBody(once: false);
        write(body);
        return new Answer(status, contentType, body.Written);
    }

    /// <summary>The same for an answer to one caller, which is sent once and not kept: its memory is used again for others.</summary>
    public static Answer Once(int status, string contentType, Action<IBufferWriter<byte>> write)
    {
        var body = new AnswerBody(once: true);
        write(body);
        return new Answer(status, contentType, body.Written) { Lent = body };
    }

    /// <summary>No body.</summary>
    public static Answer Empty(int status) => new(status, null, default);

    /// <summary>An OperationOutcome.</summary>
    public static Answer Refusal(int status, params IReadOnlyList<Issue> issues) => Of(status, FhirJson, output => OperationOutcomeWriter.Write(issues, output));

    /// <summary>Sends it.</summary>
    public async Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = IsPublic ? "no-cache" : "no-store";
        if (RetryAfter > 0)
        {
            response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
        }

        foreach (var (name, value) in Headers)
        {
            // Other parts of the program may have put something into Vary, too.
            response.Headers.Append(name, value);
        }

        if (ContentType is null)
        {
            return;
        }

        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(Body, context.RequestAborted).ConfigureAwait(false);
        }

        // Not where writing failed: somebody may be looking at it still.
        Lent?.Release();
    }
}
