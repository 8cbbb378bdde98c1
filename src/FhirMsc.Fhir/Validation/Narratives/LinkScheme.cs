using System.Collections.Frozen;

namespace FhirMsc.Fhir.Validation.Narratives;

/// <summary>The schemes of links in narratives.</summary>
internal static class LinkScheme
{
    /// <summary>No scheme that matters is longer.</summary>
    private const int Longest = 32;

    private static readonly FrozenSet<string> Active = new[] { "javascript", "vbscript", "livescript", "mocha" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a person who clicks gets somewhere with, or an image can be loaded from.</summary>
    private static readonly FrozenSet<string> Followed = new[] { "http", "https", "mailto", "tel", "sms", "fax", "ftp", "ftps", "sftp", "cid", "data" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The scheme in small letters; <see langword="null"/> for a relative link.</summary>
    public static string? Of(string target)
    {
        Span<char> scheme = stackalloc char[Longest];
        var length = 0;
        foreach (var c in target)
        {
            // Browsers drop control characters and white space before and inside of a scheme, which is how "java\nscript:" gets through naive checks.
            if (c <= ' ' || char.IsControl(c))
            {
                continue;
            }

            if (c == ':')
            {
                return length > 0 ? scheme[..length].ToString() : null;
            }

            if (c is '/' or '?' or '#' || length == Longest)
            {
                return null;
            }

            scheme[length++] = char.ToLowerInvariant(c);
        }

        return null;
    }

    /// <summary>Whether following the link runs code.</summary>
    public static bool IsActive(string scheme) => Active.Contains(scheme);

    /// <summary>Whether a reader can follow the link, or load the image.</summary>
    public static bool CanFollow(string scheme, bool isImage) => Followed.Contains(scheme) && (isImage || scheme != "data");
}
