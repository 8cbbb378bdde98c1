using System.Text.RegularExpressions;

namespace FhirMsc.Content.Reading.Maps;

/// <summary>Tests whether a text has the form that FHIR or another standard wants.</summary>
internal static partial class Forms
{
    /// <summary>FHIR's <c>id</c>: letters, digits, hyphen and full stop, 1 to 64 of them.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>A name that is a FHIRPath identifier and a FHIR <c>id</c> at once.</summary>
    public static bool IsVariable(string text) => Variable().IsMatch(text);

    /// <summary>An absolute web address without blanks, user name or fragment tricks.</summary>
    public static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        && url.Host.Length > 0 && url.UserInfo.Length == 0 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or '"');

    /// <summary>A canonical base: a web address without query, fragment or slash at its end.</summary>
    public static bool IsCanonicalBase(string text) => IsUrl(text) && !text.EndsWith('/') && text.AsSpan().IndexOfAny('?', '#', '|') < 0;

    /// <summary>A URI that names a code system: absolute, without blanks, version or fragment.</summary>
    public static bool IsSystem(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out _) && text.AsSpan().IndexOfAny(' ', '|', '#') < 0 && text.Contains(':', StringComparison.Ordinal);

    /// <summary>A semantic version.</summary>
    public static bool IsVersion(string text) => Version().IsMatch(text);

    /// <summary>A BCP-47 language tag in its common form.</summary>
    public static bool IsLanguage(string text) => Language().IsMatch(text);

    /// <summary>An ISO 3166-1 alpha-2 country code, by form.</summary>
    public static bool IsCountry(string text) => text.Length == 2 && text.All(char.IsAsciiLetterUpper);

    /// <summary>A code as FHIR wants it: no blanks around, single blanks inside.</summary>
    public static bool IsCode(string text) => Code().IsMatch(text);

    /// <summary>A PubMed number.</summary>
    public static bool IsPmid(string text) => text.Length is > 0 and <= 9 && text[0] != '0' && text.All(char.IsAsciiDigit);

    /// <summary>A PubMed Central number with its letters.</summary>
    public static bool IsPmcid(string text) => text.StartsWith("PMC", StringComparison.Ordinal) && IsPmid(text[3..]);

    /// <summary>A DOI without resolver.</summary>
    public static bool IsDoi(string text) => Doi().IsMatch(text);

    /// <summary>A UCUM unit of time.</summary>
    public static bool IsTimeUnit(string text) => text is "s" or "min" or "h" or "d" or "wk" or "mo" or "a";

    /// <summary>The name of a FHIR resource type, by form.</summary>
    public static bool IsResourceType(string text) => ResourceType().IsMatch(text);

    [GeneratedRegex(@"^[A-Za-z0-9\-.]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(-[0-9A-Za-z][0-9A-Za-z.-]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex(@"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    [GeneratedRegex(@"^[^\s]+( [^\s]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"^10\.\d{4,9}/[^\s]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Doi();

    [GeneratedRegex(@"^[A-Z][A-Za-z]{2,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ResourceType();
}
