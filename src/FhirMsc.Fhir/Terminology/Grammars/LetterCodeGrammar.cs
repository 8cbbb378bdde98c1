using System.Collections.Frozen;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Terminology.Grammars;

/// <summary>
/// Codes of a few capital letters or digits that a register assigns: countries, currencies. A code that is listed is one; one that is not listed may have been
/// withdrawn or be new, so that only its shape tells.
/// </summary>
internal sealed class LetterCodeGrammar(string system, string register, string name, int min) : ICodeGrammar
{
    /// <summary>Both standards also number their codes, with three digits, and use three letters at most.</summary>
    private const int MaxLength = 3;

    private readonly Lazy<FrozenSet<string>> codes = CodeRegister.Of(register, ignoreCase: false);

    public string System => system;

    public bool IsCaseSensitive => true;

    public MembershipAnswer Has(string code)
    {
        if (codes.Value.Contains(code))
        {
            return MembershipAnswer.Yes;
        }

        var isNumber = code.Length == MaxLength && code.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
        var isWord = code.Length >= min && code.Length <= MaxLength && code.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0;
        return isNumber || isWord
            ? MembershipAnswer.CannotTell(TerminologyIssues.Unregistered, system, $"'{code}'")
            : MembershipAnswer.No(TerminologyIssues.IllFormedCode, system, name);
    }
}
