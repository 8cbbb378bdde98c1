using System.Collections.Concurrent;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Elements;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Terminology.Grammars;

/// <summary>The case-sensitive form of UCUM (https://ucum.org/ucum): prefixes, exponents, products, quotients, parentheses and annotations.</summary>
internal sealed class UcumGrammar : ICodeGrammar
{
    private const string Name = "unit of UCUM in its case-sensitive form";

    /// <summary>As many codes are remembered; a record uses a few dozen.</summary>
    private const int Remembered = 4096;

    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);

    public string System => "http://unitsofmeasure.org";

    public bool IsCaseSensitive => true;

    public MembershipAnswer Has(string code)
    {
        if (!known.TryGetValue(code, out var isUnit))
        {
            isUnit = IsPlain(code) && QuantityUnit.OfUcum(code).Ucum is not null;
            if (known.Count < Remembered)
            {
                known.TryAdd(code, isUnit);
            }
        }

        return isUnit ? MembershipAnswer.Yes : MembershipAnswer.No(TerminologyIssues.IllFormedCode, System, Name);
    }

    /// <summary>FHIR, "Using UCUM with FHIR": the filter <c>canonical = CODE</c> takes the units that come down to the same base units as that code.</summary>
    public Func<string, bool>? Filter(ValueSetFilter filter) => filter is { Property: "canonical", Operator: "=" } && QuantityUnit.OfUcum(filter.Value).Ucum is { } due
        ? code => QuantityUnit.OfUcum(code).Ucum?.IsCommensurable(due) == true
        : null;

    /// <summary>UCUM, character set and lexical rules: codes, annotations too, consist of the printable characters of ASCII without space; curly braces do not nest.</summary>
    private static bool IsPlain(string code)
    {
        var inAnnotation = false;
        foreach (var c in code)
        {
            if (c is < '!' or > '~' || (c == '{' && inAnnotation) || (c == '}' && !inAnnotation))
            {
                return false;
            }

            inAnnotation = c == '{' || (inAnnotation && c != '}');
        }

        return !inAnnotation;
    }
}
