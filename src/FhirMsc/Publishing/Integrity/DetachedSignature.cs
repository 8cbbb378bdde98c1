using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace FhirMsc.Publishing.Integrity;

/// <summary>
/// A JSON Web Signature whose payload is a file of its own (RFC 7515 appendix F): <c>header..signature</c>. Nothing but what is signed decides the algorithm:
/// a header that names another one than the key's is refused (RFC 8725 section 3.1).
/// </summary>
public static class DetachedSignature
{
    /// <summary>Signs a payload.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key has no private part.</exception>
    public static string Sign(ReadOnlySpan<byte> payload, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        using var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            json.WriteString("alg", key.Algorithm);
            if (key.KeyId is not null)
            {
                json.WriteString("kid", key.KeyId);
            }

            json.WriteEndObject();
        }

        var encoded = Base64Url.EncodeToString(header.ToArray());
        return $"{encoded}..{Base64Url.EncodeToString(key.Sign(Input(encoded, payload)))}";
    }

    /// <summary>Whether a signature is that of one of the keys over a payload.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="payload">What was signed.</param>
    /// <param name="keys">Keys that are trusted.</param>
    /// <returns><see langword="null"/> if it is good; else why not.</returns>
    public static string? Problem(string signature, ReadOnlySpan<byte> payload, IReadOnlyList<SigningKey> keys)
    {
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(keys);
        if (signature.Trim().Split('.') is not [var encoded, "", var signed] || !TryDecode(encoded, out var header) || !TryDecode(signed, out var bytes) || Read(header) is not var (algorithm, id))
        {
            return "The signature is no detached JSON Web Signature.";
        }

        var candidates = keys.Where(key => key.Algorithm == algorithm && (id is null || key.KeyId is null || key.KeyId == id)).ToList();
        if (candidates.Count == 0)
        {
            return $"No trusted key fits: the signature was made with {algorithm ?? "no algorithm"}{(id is null ? string.Empty : $" and the key '{id}'")}.";
        }

        var input = Input(encoded, payload);
        return candidates.Exists(key => key.Verify(input, bytes)) ? null : "The signature does not fit: the manifest was changed, or another key signed it.";
    }

    private static (string? Algorithm, string? KeyId)? Read(byte[] header)
    {
        try
        {
            using var json = JsonDocument.Parse(header);

            // RFC 7515 section 4.1.11: what "crit" names must be understood, and nothing is here.
            return json.RootElement.ValueKind != JsonValueKind.Object || json.RootElement.TryGetProperty("crit", out _) ? null : (Text("alg"), Text("kid"));

            string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool TryDecode(string text, out byte[] bytes)
    {
        bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        var isGood = Base64Url.DecodeFromChars(text, bytes, out _, out var length) == System.Buffers.OperationStatus.Done;
        bytes = bytes[..length];
        return isGood;
    }

    private static byte[] Input(string header, ReadOnlySpan<byte> payload) => Encoding.ASCII.GetBytes($"{header}.{Base64Url.EncodeToString(payload)}");
}
