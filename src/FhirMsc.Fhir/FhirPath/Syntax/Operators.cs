using System.Collections.Frozen;

namespace FhirMsc.Fhir.FhirPath.Syntax;

/// <summary>The binary operators with their precedence (FHIRPath, Operator Precedence): a higher number binds tighter, all of them from the left.</summary>
internal static class Operators
{
    /// <summary>What the signs <c>+</c> and <c>-</c> before an operand bind with: tighter than any binary operator, looser than <c>.</c> and <c>[]</c>.</summary>
    public const int Polarity = 11;

    /// <summary>What terms, <c>.</c> and <c>[]</c> bind with.</summary>
    public const int Term = 12;

    private static readonly FrozenDictionary<string, int> Precedences = new Dictionary<string, int>
    {
        ["*"] = 10,
        ["/"] = 10,
        ["div"] = 10,
        ["mod"] = 10,
        ["+"] = 9,
        ["-"] = 9,
        ["&"] = 9,
        ["is"] = 8,
        ["as"] = 8,
        ["|"] = 7,
        ["<="] = 6,
        ["<"] = 6,
        [">"] = 6,
        [">="] = 6,
        ["="] = 5,
        ["~"] = 5,
        ["!="] = 5,
        ["!~"] = 5,
        ["in"] = 4,
        ["contains"] = 4,
        ["and"] = 3,
        ["or"] = 2,
        ["xor"] = 2,
        ["implies"] = 1,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words among the operators that may not be names.</summary>
    public static bool IsReserved(string word) => word is "and" or "or" or "xor" or "implies" or "div" or "mod" or "true" or "false";

    /// <summary>The precedence of an operator; 0 if the text is none.</summary>
    public static int PrecedenceOf(string text) => Precedences.GetValueOrDefault(text);
}
