namespace FhirMsc.Fhir.Terminology.Grammars;

/// <summary>The one list of grammars.</summary>
internal sealed class CodeGrammars
{
    private readonly ICodeGrammar[] all =
    [
        new UcumGrammar(),
        new LanguageTagGrammar(),
        new MimeTypeGrammar(),
        new LetterCodeGrammar("urn:iso:std:iso:4217", "currencies", "currency code of ISO 4217 (three capital letters, or three digits)", 3),
        new LetterCodeGrammar("urn:iso:std:iso:3166", "countries", "country code of ISO 3166-1 (two or three capital letters, or three digits)", 2),
    ];

    /// <summary>The grammar of a code system; <see langword="null"/> if it has none.</summary>
    public ICodeGrammar? Find(string system) => Array.Find(all, grammar => grammar.System == system);
}
