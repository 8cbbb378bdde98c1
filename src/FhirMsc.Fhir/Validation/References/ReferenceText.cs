using System.Buffers;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Validation.References;

/// <summary>The text of a reference (https://hl7.org/fhir/R4/references.html#literal).</summary>
internal static class ReferenceText
{
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    /// <summary>Whether it starts with a scheme.</summary>
    public static bool IsAbsolute(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text.AsSpan(0, colon).IndexOfAny('/', '?', '#') < 0;
    }

    /// <summary>The reference without the version it names.</summary>
    public static string WithoutVersion(string text)
    {
        var at = text.IndexOf("/_history/", StringComparison.Ordinal);
        return at < 0 ? text : text[..at];
    }

    /// <summary>The type of resource in <c>Patient/1</c> or <c>http://server/Patient/1</c>, if the release has one of that name.</summary>
    public static string? TypeIn(string text, FhirModel model)
    {
        var plain = WithoutVersion(text);
        var last = plain.LastIndexOf('/');
        if (last <= 0 || last == plain.Length - 1 || (IsAbsolute(text) && !plain.StartsWith("http", StringComparison.Ordinal)))
        {
            return null;
        }

        var before = plain.LastIndexOf('/', last - 1);
        var name = plain[(before + 1)..last];
        return name.Length is > 0 and < 64 && char.IsAsciiLetterUpper(name[0]) && model.FindType(name) is { Kind: TypeKind.Resource } ? name : null;
    }

    /// <summary>Whether a relative reference is type and id, with or without a version.</summary>
    public static bool IsTypeAndId(string text, FhirModel model)
    {
        var plain = WithoutVersion(text);
        var slash = plain.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && TypeIn(text, model) == plain[..slash] && plain.Length - slash - 1 is > 0 and <= 64
            && plain.AsSpan(slash + 1).IndexOfAnyExcept(IdCharacters) < 0;
    }

    /// <summary><c>http://server/fhir/</c> of <c>http://server/fhir/Patient/1</c>; null if the URL is not of that form.</summary>
    public static string? BaseOf(string fullUrl, FhirModel model) =>
        fullUrl.StartsWith("http", StringComparison.Ordinal) && TypeIn(fullUrl, model) is { } type ? fullUrl[..fullUrl.LastIndexOf($"/{type}/", StringComparison.Ordinal)] + "/" : null;
}
