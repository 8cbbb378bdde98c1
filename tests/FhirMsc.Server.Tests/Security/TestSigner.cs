using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FhirMsc.Server.Tests.Security;

/// <summary>A client's keys, and tokens signed with them. Written for the tests alone, so that what checks tokens is not what made them.</summary>
internal sealed class TestSigner : IDisposable
{
    private readonly ECDsa curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly RSA rsa = RSA.Create(2048);

    public TestSigner(string suffix = "1") => (EcId, RsaId) = ($"ec-{suffix}", $"rsa-{suffix}");

    public string EcId { get; }

    public string RsaId { get; }

    /// <summary>The public keys as a JWK Set.</summary>
    public string Keys
    {
        get
        {
            var ec = curve.ExportParameters(false);
            var parameters = rsa.ExportParameters(false);
            return $$"""
                {"keys":[{"kty":"EC","use":"sig","crv":"P-384","alg":"ES384","kid":"{{EcId}}","x":"{{Base64Url.EncodeToString(ec.Q.X)}}","y":"{{Base64Url.EncodeToString(ec.Q.Y)}}"},
                 {"kty":"RSA","use":"sig","kid":"{{RsaId}}","n":"{{Base64Url.EncodeToString(parameters.Modulus)}}","e":"{{Base64Url.EncodeToString(parameters.Exponent)}}"}]}
                """;
        }
    }

    public string Sign(JsonObject claims, string algorithm = "ES384", string? key = null, Action<JsonObject>? header = null)
    {
        var head = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = key ?? (algorithm.StartsWith("ES", StringComparison.Ordinal) ? EcId : RsaId) };
        header?.Invoke(head);
        return Sign(head.ToJsonString(), claims.ToJsonString(), algorithm);
    }

    public string Sign(string header, string claims, string algorithm)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        var bytes = Encoding.ASCII.GetBytes(signed);
        byte[] signature = algorithm switch
        {
            "none" => [],
            "ES384" => curve.SignData(bytes, HashAlgorithmName.SHA384),
            "RS384" => rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
            "RS256" => rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "PS384" => rsa.SignData(bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pss),

            // The classical forgery: the public key, which everybody has, as the secret of a symmetric algorithm.
            "HS384" => HMACSHA384.HashData(Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), bytes),
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
        };
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    public void Dispose()
    {
        curve.Dispose();
        rsa.Dispose();
    }
}
