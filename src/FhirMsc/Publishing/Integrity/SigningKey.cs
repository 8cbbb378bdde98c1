using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;

namespace FhirMsc.Publishing.Integrity;

/// <summary>
/// A key for JSON Web Signatures (RFC 7515, RFC 7518): elliptic curve P-256 (ES256) or P-384 (ES384), or RSA of at least 2,048 bits (RS256). Read from PEM, from
/// a JWK (RFC 7517) or from a JWK Set.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private const int LeastRsaBits = 2048;

    private readonly ECDsa? curve;
    private readonly RSA? rsa;

    private SigningKey(ECDsa curve, string? id)
    {
        this.curve = curve;
        KeyId = id;
        Algorithm = curve.KeySize == 256 ? "ES256" : "ES384";
    }

    private SigningKey(RSA rsa, string? id)
    {
        this.rsa = rsa;
        KeyId = id;
        Algorithm = "RS256";
    }

    /// <summary>Value of the header <c>alg</c>: <c>ES256</c>, <c>ES384</c> or <c>RS256</c>.</summary>
    public string Algorithm { get; }

    /// <summary>Value of the header <c>kid</c>; <see langword="null"/> for keys without a name.</summary>
    public string? KeyId { get; }

    private HashAlgorithmName Hash => Algorithm == "ES384" ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256;

    /// <summary>Reads all keys of a text that can be used.</summary>
    /// <param name="text">PEM, JWK or JWK Set.</param>
    /// <param name="problem">Why there is none; says nothing of what the text holds.</param>
    /// <returns>The keys; empty if there is none.</returns>
    public static IReadOnlyList<SigningKey> ReadAll(string text, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        problem = null;
        try
        {
            List<SigningKey> keys = text.TrimStart().StartsWith('{') ? ReadJson(text) : [ReadPem(text)];
            problem = keys.Count == 0 ? "It holds no key of the types EC (P-256, P-384) and RSA." : null;
            return keys;
        }
        catch (Exception e) when (e is CryptographicException or JsonException or ArgumentException or FormatException)
        {
            problem = "It is no key in PEM, JWK or JWK Set form that can be used: EC on P-256 or P-384, or RSA of at least 2,048 bits.";
            return [];
        }
    }

    /// <summary>Signs.</summary>
    /// <exception cref="CryptographicException">The key has no private part.</exception>
    public byte[] Sign(ReadOnlySpan<byte> data) =>
        curve?.SignData(data, Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) ?? rsa!.SignData(data, Hash, RSASignaturePadding.Pkcs1);

    /// <summary>Whether a signature is this key's over the data.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        curve?.VerifyData(data, signature, Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) ?? rsa!.VerifyData(data, signature, Hash, RSASignaturePadding.Pkcs1);

    /// <inheritdoc/>
    public void Dispose()
    {
        curve?.Dispose();
        rsa?.Dispose();
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The key that is returned owns it; whatever is refused is disposed of.")]
    private static SigningKey ReadPem(string text)
    {
        if (text.Contains("RSA", StringComparison.Ordinal) || !TryCurve(text, out var curve))
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(text);
            return Checked(rsa, null);
        }

        return Checked(curve, null);
    }

    private static bool TryCurve(string text, [NotNullWhen(true)] out ECDsa? curve)
    {
        curve = ECDsa.Create();
        try
        {
            curve.ImportFromPem(text);
            return true;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            curve.Dispose();
            curve = null;
            return false;
        }
    }

    private static List<SigningKey> ReadJson(string text)
    {
        using var json = JsonDocument.Parse(text);
        var keys = json.RootElement.TryGetProperty("keys", out var set) ? set.EnumerateArray().ToList() : [json.RootElement];
        return [.. keys.Select(ReadJwk).OfType<SigningKey>()];
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The key that is returned owns it.")]
    private static SigningKey? ReadJwk(JsonElement jwk)
    {
        var id = jwk.TryGetProperty("kid", out var kid) ? kid.GetString() : null;
        switch (jwk.GetProperty("kty").GetString(), jwk.TryGetProperty("crv", out var crv) ? crv.GetString() : null)
        {
            case ("EC", "P-256" or "P-384"):
                return Checked(
                    ECDsa.Create(new ECParameters
                    {
                        Curve = crv.GetString() == "P-256" ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384,
                        Q = new ECPoint { X = Bytes(jwk, "x"), Y = Bytes(jwk, "y") },
                        D = Bytes(jwk, "d"),
                    }),
                    id);
            case ("RSA", _):
                return Checked(
                    RSA.Create(new RSAParameters
                    {
                        Modulus = Bytes(jwk, "n"),
                        Exponent = Bytes(jwk, "e"),
                        D = Bytes(jwk, "d"),
                        P = Bytes(jwk, "p"),
                        Q = Bytes(jwk, "q"),
                        DP = Bytes(jwk, "dp"),
                        DQ = Bytes(jwk, "dq"),
                        InverseQ = Bytes(jwk, "qi"),
                    }),
                    id);
            default:
                return null;
        }
    }

    private static byte[]? Bytes(JsonElement jwk, string name) => jwk.TryGetProperty(name, out var value) ? Base64Url.DecodeFromChars(value.GetString() ?? string.Empty) : null;

    private static SigningKey Checked(ECDsa curve, string? id) =>
        curve.KeySize is 256 or 384 ? new SigningKey(curve, id) : throw new CryptographicException("Only P-256 and P-384.");

    private static SigningKey Checked(RSA rsa, string? id) =>
        rsa.KeySize >= LeastRsaBits ? new SigningKey(rsa, id) : throw new CryptographicException("At least 2,048 bits.");
}
