using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;

namespace FhirMsc.Fhir.Terminology.Composition;

/// <summary>
/// One <c>compose.include</c> or <c>compose.exclude</c>, compiled. R4, value set composition rules: what is named of the code system and every value set
/// named must all have the code.
/// </summary>
internal sealed class ValueSetClause(SystemPart? system, ValueSetContent[] imports)
{
    /// <summary>What is taken of a code system; <see langword="null"/> if only value sets are named.</summary>
    public SystemPart? System => system;

    /// <summary>The value sets that codes must be in as well.</summary>
    public IReadOnlyList<ValueSetContent> Imports => imports;

    public MembershipAnswer Has(in CodedValue code)
    {
        var answer = MembershipAnswer.Yes;
        if (system is not null)
        {
            answer = system.Has(code);
            if (answer.IsNo)
            {
                return answer;
            }
        }

        foreach (var import in imports)
        {
            var there = import.Has(code);
            if (there.IsNo)
            {
                return there;
            }

            // A plain yes gives way to one with a note, and any yes to "cannot tell".
            if (answer.IsYes && (!there.IsYes || answer.Reason is null))
            {
                answer = there;
            }
        }

        return answer;
    }

    /// <summary>Codes among which all of this clause's are; <see langword="null"/> if there are others that nobody lists.</summary>
    public IReadOnlyList<ExpandedCode>? Candidates()
    {
        if (system is { IsClosed: true })
        {
            return system.Codes;
        }

        foreach (var import in imports)
        {
            if (import.Expand() is { IsComplete: true } expansion)
            {
                return expansion.Codes;
            }
        }

        return null;
    }

    /// <summary>Codes that are known to be worth a look where not all are known.</summary>
    public IEnumerable<ExpandedCode> SomeCandidates() => system is not null ? system.Codes.Concat(imports.SelectMany(import => import.Expand().Codes)) : imports.SelectMany(import => import.Expand().Codes);
}
