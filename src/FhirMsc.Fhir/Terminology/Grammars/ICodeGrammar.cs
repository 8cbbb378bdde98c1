using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Terminology.Grammars;

/// <summary>A code system that nobody lists, since its codes are made by a grammar. Safe to use from several threads.</summary>
internal interface ICodeGrammar
{
    /// <summary>URL of the code system.</summary>
    string System { get; }

    /// <summary>Whether the case of codes matters.</summary>
    bool IsCaseSensitive { get; }

    /// <summary>Whether a text is a code of the system.</summary>
    MembershipAnswer Has(string code);

    /// <summary>A filter that the grammar can answer, as a test of well-formed codes; <see langword="null"/> if it cannot.</summary>
    Func<string, bool>? Filter(ValueSetFilter filter) => null;
}
