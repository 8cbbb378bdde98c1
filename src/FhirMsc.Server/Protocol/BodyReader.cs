using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using FhirMsc.Fhir.Issues;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FhirMsc.Server.Protocol;

/// <summary>Reads the body of a call into memory, within the limits.</summary>
internal sealed class BodyReader(FhirMscOptions options, TimeProvider time)
{
    /// <summary>Reads a body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="anyType">Whether the caller has seen to the media type.</param>
    /// <param name="lent">Whether the body is done with as soon as it is answered, so that its memory can be given back by <see cref="Release"/>.</param>
    /// <returns>The body, or the answer that refuses it.</returns>
    public async ValueTask<(ReadOnlyMemory<byte> Body, Answer? Refusal)> ReadAsync(HttpRequest request, bool anyType = false, bool lent = false)
    {
        if (!anyType && !IsJson(request.ContentType))
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, HttpIssues.MediaType.At(string.Empty, null));
        }

        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && !encoding.ToString().Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, HttpIssues.Encoding.At(string.Empty, null));
        }

        if (request.ContentLength > options.MaxRequestBytes)
        {
            return TooLarge();
        }

        // Most bodies have arrived as a whole by now, and then nothing has to wait for anything.
        if (request.BodyReader.TryRead(out var ready))
        {
            if (ready.IsCompleted && ready.Buffer.Length <= options.MaxRequestBytes)
            {
                return (Take(request.BodyReader, ready, lent), null);
            }

            request.BodyReader.AdvanceTo(ready.Buffer.Start);
        }

        // Cancelling the pending read, instead of passing a token, leaves the reader in order, so that the connection can be ended properly.
        using var timeout = new CancellationTokenSource(options.ReadTimeout, time);
        using var _ = timeout.Token.Register(static reader => ((PipeReader)reader!).CancelPendingRead(), request.BodyReader);
        return await ReadAsync(request.BodyReader, lent, request.HttpContext.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>Gives back the memory of a body that was lent. To be called once, when nobody looks at the body any more, and never where that is not sure.</summary>
    public static void Release(ReadOnlyMemory<byte> body)
    {
        if (MemoryMarshal.TryGetArray(body, out var lent) && lent.Array is { Length: > 0 } array)
        {
            // Whoever gets it next, in this host or elsewhere in the process, finds nothing of the patient in it.
            lent.AsSpan().Clear();
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    private async ValueTask<(ReadOnlyMemory<byte> Body, Answer? Refusal)> ReadAsync(PipeReader reader, bool lent, CancellationToken cancellation)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellation).ConfigureAwait(false);
            if (read.IsCanceled)
            {
                reader.AdvanceTo(read.Buffer.Start);
                return Refuse(StatusCodes.Status408RequestTimeout, HttpIssues.Timeout.At(string.Empty, null));
            }

            if (read.Buffer.Length > options.MaxRequestBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return TooLarge();
            }

            if (read.IsCompleted)
            {
                return (Take(reader, read, lent), null);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Memory<byte> Take(PipeReader reader, in ReadResult read, bool lent)
    {
        // Every byte is written right away, so there is no need to clear the array before.
        var length = (int)read.Buffer.Length;
        var body = (lent ? ArrayPool<byte>.Shared.Rent(length) : GC.AllocateUninitializedArray<byte>(length)).AsMemory(0, length);
        read.Buffer.CopyTo(body.Span);
        reader.AdvanceTo(read.Buffer.End);
        return body;
    }

    /// <summary>application/json, or a JSON-based type such as application/fhir+json; RFC 8259 knows no charset, clients send utf-8 all the same.</summary>
    private static bool IsJson(string? contentType) => contentType == Answer.Json || IsNamedJson(contentType);

    private static bool IsNamedJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
        && (type.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    private (ReadOnlyMemory<byte> Body, Answer? Refusal) TooLarge() =>
        Refuse(StatusCodes.Status413PayloadTooLarge, HttpIssues.TooLarge.At(string.Empty, null, options.MaxRequestBytes));

    private static (ReadOnlyMemory<byte> Body, Answer? Refusal) Refuse(int status, Issue issue) => (default, Answer.Refusal(status, issue));
}
