using System.Collections.Frozen;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Terminology;

/// <summary>One <c>compose.include</c> or <c>compose.exclude</c>.</summary>
internal sealed class ValueSetClause
{
    private readonly string? system;
    private readonly FrozenSet<string>? codes;
    private readonly IReadOnlyList<string> valueSets;
    private readonly bool hasFilter;

    private ValueSetClause(string? system, FrozenSet<string>? codes, IReadOnlyList<string> valueSets, bool hasFilter)
    {
        this.system = system;
        this.codes = codes;
        this.valueSets = valueSets;
        this.hasFilter = hasFilter;
    }

    public static ValueSetClause Read(Node clause)
    {
        var codes = clause.ChildrenNamed("concept").Select(concept => concept.Child("code")).Where(code => code.Exists && code.Text is not null).Select(code => code.Text!).ToFrozenSet(StringComparer.Ordinal);
        var system = clause.Child("system");
        return new ValueSetClause(
            system.Exists ? system.Text : null,
            codes.Count > 0 ? codes : null,
            [.. clause.ChildrenNamed("valueSet").Where(canonical => canonical.Text is not null).Select(canonical => canonical.Text!)],
            clause.ChildrenNamed("filter").Any());
    }

    /// <summary>All parts of a clause must agree; one "no" is enough for no, and otherwise one "cannot tell" for that.</summary>
    public Membership Has(string codeSystem, string code, LocalTerminology terminology, int depth)
    {
        var answer = Membership.Yes;
        if (system is not null)
        {
            answer = system != codeSystem ? Membership.No : codes is not null ? Listed(code) : hasFilter ? Membership.CannotTell : terminology.HasCode(codeSystem, code);
        }

        foreach (var other in valueSets)
        {
            if (answer == Membership.No)
            {
                break;
            }

            var there = terminology.Has(other, codeSystem, code, depth + 1);
            answer = there == Membership.Yes ? answer : there;
        }

        return answer;
    }

    /// <summary>Whether a code of some system is, or may be, in the clause.</summary>
    public bool MayList(string code, LocalTerminology terminology, int depth) =>
        (system is null || codes?.Contains(code) != false) && valueSets.All(other => terminology.MayList(other, code, depth + 1));

    private Membership Listed(string code) => codes!.Contains(code) ? Membership.Yes : Membership.No;
}
