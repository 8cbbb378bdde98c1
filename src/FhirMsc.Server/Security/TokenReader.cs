using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace FhirMsc.Server.Security;

/// <summary>
/// Reads a token strictly. Whoever checks signatures may read JSON in another way than whoever reads claims, so that a member that stands twice, or an extension that
/// must be understood (<c>crit</c>, RFC 7515 section 4.1.11), makes the token none.
/// </summary>
internal static class TokenReader
{
    private const string Scheme = "Bearer ";
    private const int LongestText = 1024;
    private const int MostAudiences = 32;

    private static readonly SearchValues<char> Alphabet = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private static readonly JsonDocumentOptions Json = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Reads the token of a request (RFC 6750 section 2.1).</summary>
    public static (Token? Token, TokenFault Fault) Read(HttpRequest request)
    {
        StringValues header = request.Headers.Authorization;
        if (header.Count != 1 || header[0] is not { } text || !text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return (null, TokenFault.Missing);
        }

        try
        {
            return Read(text[Scheme.Length..].Trim(' ')) is { } token ? (token, TokenFault.None) : (null, TokenFault.Malformed);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            // FormatException: no base64url. InvalidOperationException: half a surrogate in a text.
            return (null, TokenFault.Malformed);
        }
    }

    private static Token? Read(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }

        using var head = Parse(parts[0]);
        using var body = Parse(parts[1]);
        var (header, claims) = (head.RootElement, body.RootElement);
        if (header.ValueKind != JsonValueKind.Object || claims.ValueKind != JsonValueKind.Object || header.TryGetProperty("crit", out _))
        {
            return null;
        }

        // "typ: fixed value JWT". Known clients leave it out; a token of another kind is not for us.
        if (header.TryGetProperty("typ", out var type) && !(type.ValueKind == JsonValueKind.String && type.ValueEquals("JWT") || Text(header, "typ") is { } other && other.Equals("JWT", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var hasUrl = header.TryGetProperty("jku", out _);
        var url = Text(header, "jku");
        var hasStart = claims.TryGetProperty("nbf", out _);
        var start = Time(claims, "nbf");
        return Text(header, "alg") is { } algorithm && Text(header, "kid") is { } key && (url is not null || !hasUrl)
            && Text(claims, "iss") is { } issuer && Text(claims, "jti") is { } id && Time(claims, "exp") is { } expires && Time(claims, "iat") is not null
            && (start is not null || !hasStart) && Audiences(claims) is { } audiences
            ? new Token { Text = text, Algorithm = algorithm, KeyId = key, KeyUrl = url, Issuer = issuer, Audiences = audiences, Expires = expires, NotBefore = start, Id = id }
            : null;
    }

    private static JsonDocument Parse(string part)
    {
        // RFC 7515 section 2: base64url without padding, blanks or line breaks, all of which the decoder would skip.
        if (part.AsSpan().ContainsAnyExcept(Alphabet))
        {
            throw new FormatException();
        }

        return JsonDocument.Parse(Base64Url.DecodeFromChars(part), Json);
    }

    private static string? Text(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= LongestText } text ? text : null;

    /// <summary>"aud … a single string value or an array of strings."</summary>
    private static IReadOnlyList<string>? Audiences(JsonElement claims)
    {
        if (Text(claims, "aud") is { } one)
        {
            return [one];
        }

        if (!claims.TryGetProperty("aud", out var array) || array.ValueKind != JsonValueKind.Array || array.GetArrayLength() is 0 or > MostAudiences || array.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String))
        {
            return null;
        }

        return [.. array.EnumerateArray().Select(item => item.GetString()!)];
    }

    /// <summary>NumericDate (RFC 7519 section 2): seconds since 1970, fractions allowed.</summary>
    private static DateTimeOffset? Time(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is >= 0 and < 253_402_300_000
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;
}
