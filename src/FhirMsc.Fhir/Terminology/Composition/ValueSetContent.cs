using System.Collections.Frozen;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Terminology.Composition;

/// <summary>
/// One value set, compiled (https://hl7.org/fhir/R4/valueset.html, composition rules): includes are united, excludes win. The composition is the definition;
/// an expansion that came along answers only what the composition leaves open. One rule serves both questions: a list of codes is made by asking for each
/// candidate whether it is in.
/// </summary>
internal sealed class ValueSetContent
{
    private readonly ValueSetDefinition definition;
    private readonly ValueSetClause[] includes;
    private readonly ValueSetClause[] excludes;
    private readonly MembershipAnswer? unknown;
    private readonly Lazy<FrozenDictionary<(string System, string Code), ExpandedCode>>? expansion;
    private readonly Lazy<ValueSetExpansion> expanded;
    private readonly Lazy<FrozenDictionary<string, MembershipAnswer>> plain;
    private readonly Lazy<IReadOnlyList<string>> systems;

    public ValueSetContent(ValueSetDefinition definition, ValueSetClause[] includes, ValueSetClause[] excludes)
        : this(definition, includes, excludes, null)
    {
    }

    private ValueSetContent(ValueSetDefinition definition, ValueSetClause[] includes, ValueSetClause[] excludes, MembershipAnswer? unknown)
    {
        this.definition = definition;
        this.includes = includes;
        this.excludes = excludes;
        this.unknown = unknown;
        expansion = definition.Expansion is { } stated ? new(() => stated.Codes.GroupBy(code => (code.System, code.Code)).ToFrozenDictionary(group => group.Key, group => group.First())) : null;
        expanded = new(List);
        plain = new(ListPlain);
        systems = new(ListSystems);
        Cost = includes.Concat(excludes).SelectMany(clause => clause.Imports).Aggregate(1L, (sum, import) => Math.Min(sum + import.Cost, long.MaxValue / 2));
    }

    /// <summary>How many value sets are asked for one answer.</summary>
    public long Cost { get; }

    private string Url => definition.Url;

    /// <summary>A value set of which nothing is known but the reason.</summary>
    public static ValueSetContent Unknown(string canonical, IssueKind reason, string? detail = null) =>
        new(new ValueSetDefinition { Url = canonical }, [], [], MembershipAnswer.CannotTell(reason, canonical, detail));

    /// <summary>Whether a coding is in the value set.</summary>
    /// <param name="code">The coding. Without system it is that of an element of type code, whose system the value set tells; with an empty one, a Coding that does not state it.</param>
    public MembershipAnswer Has(in CodedValue code)
    {
        if (unknown is { } reason)
        {
            return reason;
        }

        switch (code.System)
        {
            case null:
                return HasPlain(code.Code);
            case "":
                var any = HasPlain(code.Code);
                return any.IsNo ? any : MembershipAnswer.CannotTell(TerminologyIssues.NoSystem, Url);
            default:
                var answer = Composed(code);
                return answer.Value == Membership.CannotTell && expansion is not null ? Listed(code, answer) : answer;
        }
    }

    /// <summary>The codes that are surely in, and whether these are all.</summary>
    public ValueSetExpansion Expand() => expanded.Value;

    /// <summary>Why the list of codes is not complete: the reason for the first clause that is open, or for the first candidate that cannot be told.</summary>
    public MembershipAnswer WhyOpen()
    {
        // No code system can have this code, so that only what is open gives an answer other than no.
        const string NoCode = "\0";
        if (OpenImport() is { } import)
        {
            return import;
        }

        var candidates = includes.SelectMany(clause => clause.SomeCandidates()).Select(candidate => new CodedValue(candidate.System, candidate.Code));
        foreach (var code in systems.Value.Select(system => new CodedValue(system, NoCode)).Concat(candidates))
        {
            if (Has(code) is { Value: Membership.CannotTell } reason)
            {
                return reason;
            }
        }

        return MembershipAnswer.CannotTell(TerminologyIssues.Unlisted, Url);
    }

    /// <summary>The text that the value set gives a code; <see langword="null"/> if none.</summary>
    public string? DisplayOf(string system, string code) =>
        expansion?.Value.GetValueOrDefault((system, code))?.Display
        ?? definition.Includes.Where(include => include.System == system).SelectMany(include => include.Concepts).FirstOrDefault(concept => concept.Code == code)?.Display;

    private MembershipAnswer Composed(in CodedValue code)
    {
        if (includes.Length == 0)
        {
            return MembershipAnswer.CannotTell(TerminologyIssues.NoComposition, Url);
        }

        var included = Any(includes, code);
        if (included.IsNo)
        {
            return included;
        }

        // R4, compose.inactive: if false, codes that are out of use are not in the value set.
        if (definition.IncludesInactive == false && included.Reason == TerminologyIssues.InactiveCode)
        {
            return MembershipAnswer.No(TerminologyIssues.InactiveLeftOut, Url);
        }

        var excluded = excludes.Length == 0 ? MembershipAnswer.No(TerminologyIssues.NotInValueSet, Url) : Any(excludes, code);
        return excluded.Value switch
        {
            Membership.Yes => MembershipAnswer.No(TerminologyIssues.NotInValueSet, Url),
            Membership.CannotTell => excluded,
            _ => included,
        };
    }

    /// <summary>One yes is enough, then one "cannot tell". A no says that the code does not exist at all where that is known, and else that it is not in this value set.</summary>
    private MembershipAnswer Any(ValueSetClause[] clauses, in CodedValue code)
    {
        var answer = MembershipAnswer.No(TerminologyIssues.NotInValueSet, Url);
        foreach (var clause in clauses)
        {
            var here = clause.Has(code);
            if (here.IsYes)
            {
                return here;
            }

            var saysMore = here.IsNo ? answer.IsNo && here.About == code.System && here.Reason != TerminologyIssues.NotInValueSet : answer.IsNo;
            answer = saysMore ? here : answer;
        }

        return answer;
    }

    private MembershipAnswer Listed(in CodedValue code, MembershipAnswer open)
    {
        if (expansion!.Value.TryGetValue((code.System!, code.Code), out var found))
        {
            return found.IsAbstract ? new MembershipAnswer(Membership.Yes, TerminologyIssues.AbstractCode, found.System)
                : found.IsInactive ? new MembershipAnswer(Membership.Yes, TerminologyIssues.InactiveCode, found.System)
                : MembershipAnswer.Yes;
        }

        return definition.Expansion!.IsComplete ? MembershipAnswer.No(TerminologyIssues.NotInValueSet, Url)
            : includes.Length == 0 ? MembershipAnswer.CannotTell(TerminologyIssues.OpenExpansion, Url)
            : open;
    }

    /// <summary>R4, terminologies, "code": the value set tells the system. A code that several systems have is in if it is in for one of them.</summary>
    private MembershipAnswer HasPlain(string code)
    {
        if (plain.Value.TryGetValue(code, out var known))
        {
            return known;
        }

        var answer = MembershipAnswer.No(TerminologyIssues.NotInValueSet, Url);
        foreach (var system in systems.Value)
        {
            var here = Has(new CodedValue(system, code));
            if (here.IsYes)
            {
                return here;
            }

            answer = answer.IsNo && !here.IsNo ? here : answer;
        }

        return answer.IsNo && OpenImport() is { } open ? open : answer;
    }

    /// <summary>An import of which not even the systems are known, and which no other part of its clause closes.</summary>
    private MembershipAnswer? OpenImport()
    {
        if (unknown is not null)
        {
            return unknown;
        }

        if (includes.Length == 0 && definition.Expansion is not { IsComplete: true })
        {
            return MembershipAnswer.CannotTell(definition.Expansion is null ? TerminologyIssues.NoComposition : TerminologyIssues.OpenExpansion, Url);
        }

        if (definition.Expansion is { IsComplete: true })
        {
            return null;
        }

        foreach (var clause in includes.Where(clause => clause.System is null && clause.Candidates() is null))
        {
            foreach (var import in clause.Imports)
            {
                if (import.OpenImport() is { } open)
                {
                    return open;
                }
            }
        }

        return null;
    }

    private ValueSetExpansion List()
    {
        var codes = new Dictionary<(string System, string Code), ExpandedCode>();
        var isComplete = unknown is null && (includes.Length > 0 || expansion is not null);
        foreach (var clause in includes)
        {
            var candidates = clause.Candidates();
            isComplete &= candidates is not null;
            foreach (var candidate in candidates ?? clause.SomeCandidates())
            {
                isComplete &= Take(candidate, codes);
            }
        }

        foreach (var candidate in definition.Expansion?.Codes ?? [])
        {
            Take(candidate, codes);
        }

        return new ValueSetExpansion([.. codes.Values], isComplete || definition.Expansion is { IsComplete: true });
    }

    /// <summary>Lists a code that is surely in; false if that cannot be told.</summary>
    private bool Take(ExpandedCode candidate, Dictionary<(string System, string Code), ExpandedCode> codes)
    {
        // ValueSet invariant vsd-10: a code of an expansion has a system. One without says nothing.
        if (candidate.System.Length == 0)
        {
            return false;
        }

        switch (Has(new CodedValue(candidate.System, candidate.Code)).Value)
        {
            case Membership.Yes:
                codes.TryAdd((candidate.System, candidate.Code), candidate);
                return true;
            case Membership.No:
                return true;
            default:
                return false;
        }
    }

    private FrozenDictionary<string, MembershipAnswer> ListPlain()
    {
        var answers = new Dictionary<string, MembershipAnswer>(StringComparer.Ordinal);
        foreach (var code in Expand().Codes)
        {
            answers.TryAdd(code.Code, Has(new CodedValue(code.System, code.Code)));
        }

        return answers.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private IReadOnlyList<string> ListSystems()
    {
        var named = includes.SelectMany(clause => clause.System is { } part ? [part.Url] : clause.Imports.SelectMany(import => import.systems.Value));
        return [.. named.Concat(definition.Expansion?.Codes.Select(code => code.System) ?? []).Where(system => system.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}
