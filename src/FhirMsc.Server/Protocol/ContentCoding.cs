using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace FhirMsc.Server.Protocol;

/// <summary>Compresses answers as the client accepts it (RFC 9110, section 12.5.3): Brotli before gzip where both are as welcome. Ours, because a host may have none.</summary>
internal static class ContentCoding
{
    /// <summary>Below this many bytes it does not pay.</summary>
    private const int Least = 1024;

    private static readonly (string Name, Func<Stream, Stream> Open)[] Codings =
    [
        ("br", output => new BrotliStream(output, CompressionLevel.Fastest, leaveOpen: true)),
        ("gzip", output => new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true)),
    ];

    /// <summary>The answer, compressed if the client takes that.</summary>
    public static Answer Apply(Answer answer, HttpRequest request)
    {
        if (answer.Body.Length < Least || !StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var accepted))
        {
            return answer;
        }

        var best = Codings.Select(coding => (coding, Quality: QualityOf(coding.Name, accepted))).OrderByDescending(coding => coding.Quality).First();
        if (best.Quality <= 0)
        {
            return answer;
        }

        using var output = new MemoryStream();
        using (var coding = best.coding.Open(output))
        {
            coding.Write(answer.Body.Span);
        }

        return answer with { Body = output.ToArray(), Headers = [.. answer.Headers, new("Content-Encoding", best.coding.Name)] };
    }

    private static double QualityOf(string name, IList<StringWithQualityHeaderValue> accepted)
    {
        var stated = accepted.FirstOrDefault(value => value.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? accepted.FirstOrDefault(value => value.Value == "*");
        return stated is null ? 0 : stated.Quality ?? 1;
    }
}
