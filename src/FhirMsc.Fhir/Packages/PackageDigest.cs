using System.Security.Cryptography;

namespace FhirMsc.Fhir.Packages;

/// <summary>Digests of archives as npm writes them: <c>sha512-BASE64</c> (W3C Subresource Integrity, section 3.5).</summary>
internal static class PackageDigest
{
    private const string Prefix = "sha512-";

    /// <summary>The digest of a file.</summary>
    public static string Of(string path)
    {
        using var file = File.OpenRead(path);
        return Prefix + Convert.ToBase64String(SHA512.HashData(file));
    }

    /// <summary>Whether a text is a digest of this form.</summary>
    public static bool IsDigest(string text)
    {
        Span<byte> bytes = stackalloc byte[SHA512.HashSizeInBytes];
        return text.StartsWith(Prefix, StringComparison.Ordinal) && text.Length < 200 && Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var written) && written == bytes.Length;
    }
}
