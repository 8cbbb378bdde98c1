namespace FhirMsc.Fhir.FhirPath.Syntax;

/// <summary>A piece of an expression's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text; without quotes and with escapes resolved for strings and delimited identifiers, without <c>@</c> for dates and times.</param>
/// <param name="Start">Where it starts, in UTF-16 code units from 0.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsWord(string word) => Kind == TokenKind.Identifier && Text == word;

    /// <summary>What a person would call it.</summary>
    public string Describe() => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.String => "a string",
        _ => $"'{Text}'",
    };
}
