using System.Buffers;

namespace FhirMsc.Fhir.Validation;

/// <summary>RFC 3986, 3.1: an absolute URI starts with a scheme.</summary>
internal static class AbsoluteUri
{
    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>Whether a text starts with a scheme.</summary>
    public static bool Is(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(text[0]) && text.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }
}
