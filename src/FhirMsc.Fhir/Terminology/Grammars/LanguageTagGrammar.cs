using System.Collections.Frozen;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Terminology.Grammars;

/// <summary>
/// Language tags (BCP 47, RFC 5646 section 2.1): <c>language["-"script]["-"region]*("-"variant)*("-"extension)["-"privateuse]</c>, private use alone, or one
/// of the old tags that the grammar lets stand. A tag is valid (section 2.2.9) if its subtags are registered too: languages, scripts and regions are listed
/// here; for what is not listed, and for variants, it cannot be told, but two-letter codes are closed lists.
/// </summary>
internal sealed class LanguageTagGrammar : ICodeGrammar
{
    private const string Name = "language tag of BCP 47";

    /// <summary>RFC 5646 section 2.1, <c>irregular</c> and <c>regular</c>.</summary>
    private static readonly FrozenSet<string> Grandfathered = new[]
    {
        "en-GB-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu",
        "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE", "art-lojban", "cel-gaulish", "no-bok", "no-nyn", "zh-guoyu", "zh-hakka", "zh-min", "zh-min-nan", "zh-xiang",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<FrozenSet<string>> short2 = CodeRegister.Of("languages-2", ignoreCase: true);
    private readonly Lazy<FrozenSet<string>> long3 = CodeRegister.Of("languages-3", ignoreCase: true);
    private readonly Lazy<FrozenSet<string>> scripts = CodeRegister.Of("scripts", ignoreCase: true);
    private readonly Lazy<FrozenSet<string>> regions = CodeRegister.Of("regions", ignoreCase: true);

    public string System => "urn:ietf:bcp:47";

    public bool IsCaseSensitive => false;

    public MembershipAnswer Has(string code)
    {
        if (short2.Value.Contains(code) || Grandfathered.Contains(code))
        {
            return MembershipAnswer.Yes;
        }

        var tag = new LanguageTag(code);
        if (!tag.IsWellFormed)
        {
            return MembershipAnswer.No(TerminologyIssues.IllFormedCode, System, Name);
        }

        // Private use alone means what sender and receiver agreed on.
        if (tag.Language is not { } language)
        {
            return MembershipAnswer.Yes;
        }

        if (language.Length == 2 && !short2.Value.Contains(language))
        {
            return MembershipAnswer.No(TerminologyIssues.IllFormedCode, System, $"{Name}, since there is no language '{language}'");
        }

        if (tag.Region is { Length: 2 } region && !regions.Value.Contains(region))
        {
            return MembershipAnswer.No(TerminologyIssues.IllFormedCode, System, $"{Name}, since there is no region '{region}'");
        }

        return Unlisted(tag, language) is { } unlisted ? MembershipAnswer.CannotTell(TerminologyIssues.Unregistered, System, unlisted) : MembershipAnswer.Yes;
    }

    private string? Unlisted(LanguageTag tag, string language)
    {
        if (language.Length > 3 || (language.Length == 3 && !long3.Value.Contains(language) && !IsPrivate(language)))
        {
            return $"the language '{language}'";
        }

        if (tag.Script is { } script && !scripts.Value.Contains(script))
        {
            return $"the script '{script}'";
        }

        return tag.Region is { Length: 3 } number && !regions.Value.Contains(number) ? $"the region '{number}'" : tag.HasVariants ? "a variant" : tag.ExtendedLanguages ? "an extended language" : null;
    }

    /// <summary>RFC 5646 section 2.2.1: <c>qaa</c> to <c>qtz</c> are for private use.</summary>
    private static bool IsPrivate(string language) => char.ToLowerInvariant(language[0]) == 'q' && char.ToLowerInvariant(language[1]) is >= 'a' and <= 't';
}
