namespace FhirMsc.Fhir.Definitions;

/// <summary>The version behind the bar of a canonical URL (https://hl7.org/fhir/R4/references.html#canonical).</summary>
internal static class CanonicalVersion
{
    /// <summary>Whether a version asked for is met: it is the definition's own, or the start of it up to a dot (<c>4.0</c> for <c>4.0.1</c>).</summary>
    public static bool Matches(ReadOnlySpan<char> asked, string own) =>
        own.AsSpan().StartsWith(asked, StringComparison.Ordinal) && (own.Length == asked.Length || own[asked.Length] == '.');

    /// <summary>Cuts a canonical URL in two.</summary>
    /// <param name="canonical">URL, with or without version.</param>
    /// <returns>The URL, and the version or <see langword="null"/>.</returns>
    public static (string Url, string? Version) Split(string canonical)
    {
        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? (canonical, null) : (canonical[..bar], canonical[(bar + 1)..]);
    }
}
