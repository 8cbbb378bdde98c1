using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FhirMsc.Publishing.Integrity;

namespace FhirMsc.Tests.Publishing.Integrity;

public class DetachedSignatureTests
{
    private static readonly byte[] Payload = Encoding.UTF8.GetBytes("""{"a":1}""");

    public static TheoryData<string, string> Keys { get; } = new()
    {
        { "ES256", Export(ECDsa.Create(ECCurve.NamedCurves.nistP256)) },
        { "ES384", Export(ECDsa.Create(ECCurve.NamedCurves.nistP384)) },
        { "RS256", Export(RSA.Create(2048)) },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_signature_is_good_for_its_payload_and_no_other(string algorithm, string pem)
    {
        var keys = SigningKey.ReadAll(pem, out _);
        var signature = DetachedSignature.Sign(Payload, keys[0]);

        Assert.Equal(algorithm, keys[0].Algorithm);
        Assert.Matches(@"^[A-Za-z0-9_-]+\.\.[A-Za-z0-9_-]+$", signature);
        Assert.Null(DetachedSignature.Problem(signature, Payload, keys));
        for (var i = 0; i < Payload.Length; i++)
        {
            var tampered = Payload.ToArray();
            tampered[i] ^= 1;
            Assert.NotNull(DetachedSignature.Problem(signature, tampered, keys));
        }
    }

    [Fact]
    public void Another_key_does_not_fit()
    {
        var mine = SigningKey.ReadAll(Export(ECDsa.Create(ECCurve.NamedCurves.nistP256)), out _);
        var other = SigningKey.ReadAll(Export(ECDsa.Create(ECCurve.NamedCurves.nistP256)), out _);

        Assert.Contains("does not fit", DetachedSignature.Problem(DetachedSignature.Sign(Payload, mine[0]), Payload, other));
    }

    [Theory]
    [InlineData("""{"alg":"none"}""")]
    [InlineData("""{"alg":"HS256"}""")]
    [InlineData("""{"alg":"ES384"}""")]
    [InlineData("""{"alg":"ES256","crit":["b64"],"b64":false}""")]
    [InlineData("""{"alg":"ES256","kid":"somebody"}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void The_header_does_not_choose_how_it_is_checked(string header)
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var keys = SigningKey.ReadAll(Jwk(curve, "mine", isPrivate: false), out _);
        var encoded = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header));
        var signed = curve.SignData(Encoding.ASCII.GetBytes($"{encoded}.{Base64Url.EncodeToString(Payload)}"), HashAlgorithmName.SHA256);

        Assert.NotNull(DetachedSignature.Problem($"{encoded}..{Base64Url.EncodeToString(signed)}", Payload, keys));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("a..b..c")]
    [InlineData("!..!")]
    public void What_is_no_signature_is_called_so(string text)
    {
        var keys = SigningKey.ReadAll(Export(ECDsa.Create(ECCurve.NamedCurves.nistP256)), out _);

        Assert.NotNull(DetachedSignature.Problem(text, Payload, keys));
    }

    [Fact]
    public void Of_a_key_set_the_named_key_is_used()
    {
        using var first = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var second = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var signer = SigningKey.ReadAll(Jwk(second, "two", isPrivate: true), out _)[0];
        var set = SigningKey.ReadAll($$"""{"keys":[{{Jwk(first, "one", isPrivate: false)}},{{Jwk(second, "two", isPrivate: false)}},{"kty":"oct","k":"AA"}]}""", out var problem);

        Assert.Null(problem);
        Assert.Equal(["one", "two"], set.Select(key => key.KeyId));
        Assert.Null(DetachedSignature.Problem(DetachedSignature.Sign(Payload, signer), Payload, set));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("{")]
    [InlineData("""{"kty":"oct","k":"AA"}""")]
    [InlineData("""{"kty":"EC","crv":"P-521","x":"AA","y":"AA"}""")]
    [InlineData("""{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}""")]
    public void What_is_no_key_is_refused_in_words(string text)
    {
        Assert.Empty(SigningKey.ReadAll(text, out var problem));
        Assert.NotNull(problem);
    }

    [Fact]
    public void A_short_RSA_key_is_refused()
    {
        using var rsa = RSA.Create(1024);

        Assert.Empty(SigningKey.ReadAll(rsa.ExportPkcs8PrivateKeyPem(), out var problem));
        Assert.Contains("2,048", problem);
    }

    [Fact]
    public void A_public_key_cannot_sign()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var key = SigningKey.ReadAll(curve.ExportSubjectPublicKeyInfoPem(), out _)[0];

        Assert.ThrowsAny<CryptographicException>(() => DetachedSignature.Sign(Payload, key));
    }

    private static string Jwk(ECDsa curve, string id, bool isPrivate)
    {
        var parameters = curve.ExportParameters(isPrivate);
        var secret = isPrivate ? $",\"d\":\"{Base64Url.EncodeToString(parameters.D!)}\"" : string.Empty;
        return $$"""{"kty":"EC","crv":"P-{{curve.KeySize}}","kid":"{{id}}","x":"{{Base64Url.EncodeToString(parameters.Q.X!)}}","y":"{{Base64Url.EncodeToString(parameters.Q.Y!)}}"{{secret}}}""";
    }

    private static string Export(AsymmetricAlgorithm key)
    {
        using (key)
        {
            return key.ExportPkcs8PrivateKeyPem();
        }
    }
}
