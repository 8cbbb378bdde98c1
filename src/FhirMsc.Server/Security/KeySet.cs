using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace FhirMsc.Server.Security;

/// <summary>Public keys of a client by <c>kid</c>: a JWK Set (RFC 7517), of which only keys that can check signatures are taken. Immutable.</summary>
internal sealed class KeySet
{
    /// <summary>Largest JWK Set that is read, in bytes.</summary>
    public const int MostBytes = 256 * 1024;

    private readonly List<JsonWebKey> keys;

    private KeySet(List<JsonWebKey> keys) => this.keys = keys;

    /// <summary>Reads a set.</summary>
    /// <returns>The keys; <see langword="null"/> if it is no JWK Set or holds no usable key.</returns>
    public static KeySet? Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MostBytes)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(utf8);
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("keys", out var array) || array.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var found = array.EnumerateArray().Where(key => key.ValueKind == JsonValueKind.Object).Select(key => new JsonWebKey(key.GetRawText())).Where(IsUsable).ToList();
            return found.Count > 0 ? new KeySet(found) : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads a file.</summary>
    /// <returns>The keys; <see langword="null"/> if there is no such file or it is no JWK Set.</returns>
    public static KeySet? ReadFile(string file)
    {
        try
        {
            return File.Exists(file) ? Read(File.ReadAllBytes(file)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// The key that a token names: "kid … identifies the key-pair used to sign": exactly one key of that id. A set of a single key without id serves no token either,
    /// since a <c>kid</c> is required.
    /// </summary>
    public JsonWebKey? Find(string kid)
    {
        var matching = keys.Where(key => key.KeyId == kid).ToList();
        return matching.Count == 1 ? matching[0] : null;
    }

    /// <summary>RSA of at least 2048 bits (RFC 7518 section 3.3), or an elliptic curve of the ES* algorithms, and not for encryption.</summary>
    private static bool IsUsable(JsonWebKey key) => !string.IsNullOrEmpty(key.Kid) && key.Use is null or "" or "sig" && (key.Kty switch
    {
        "RSA" => key is { N: not null, E: not null } && key.KeySize >= 2048,
        "EC" => key is { X: not null, Y: not null, Crv: "P-256" or "P-384" or "P-521" },
        _ => false,
    });
}
