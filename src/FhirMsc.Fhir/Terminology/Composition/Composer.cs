using System.Collections.Concurrent;
using System.Collections.Frozen;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Terminology.Grammars;

namespace FhirMsc.Fhir.Terminology.Composition;

/// <summary>
/// Compiles value sets and code systems when they are first asked for, and keeps them. Only what the source has is kept, so that questions cannot make it grow
/// beyond its source. Safe to use from several threads: two may compile the same thing, with the same result.
/// </summary>
internal sealed class Composer(IDefinitionSource source)
{
    /// <summary>How deep value sets may import one another.</summary>
    private const int MaxDepth = 64;

    /// <summary>How many value sets one question may lead to.</summary>
    private const int MaxCost = 20_000;

    /// <summary>How many imports are followed when a value set is compiled.</summary>
    private const int MaxFollowed = 500_000;

    private readonly ConcurrentDictionary<string, ValueSetContent> valueSets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CodeSystemContent> codeSystems = new(StringComparer.Ordinal);
    private readonly CodeGrammars grammars = new();

    /// <summary>A value set by its canonical URL; one of which nothing is known if the source does not have it.</summary>
    public ValueSetContent ValueSet(string canonical) => valueSets.TryGetValue(canonical, out var known) ? known : ValueSet(canonical, new CompositionTrail(0, new ImportBudget(MaxFollowed)));

    /// <summary>A value set that is kept; <see langword="null"/> for one that was never asked for or that the source does not have.</summary>
    public ValueSetContent? Known(string canonical) => valueSets.GetValueOrDefault(canonical);

    /// <summary>A value set that no source has.</summary>
    public ValueSetContent ValueSet(ValueSetDefinition definition) => Compile(definition, new CompositionTrail(0, new ImportBudget(MaxFollowed)));

    /// <summary>A code system by its URL, with or without version; <see langword="null"/> if the source does not have it.</summary>
    public CodeSystemContent? CodeSystem(string canonical)
    {
        if (codeSystems.TryGetValue(canonical, out var known))
        {
            return known;
        }

        return source.FindCodeSystem(canonical) is { } definition ? codeSystems.GetOrAdd(canonical, new CodeSystemContent(definition, grammars.Find(definition.Url))) : null;
    }

    /// <summary>Whether a code system has a code; by its grammar if the source does not have the system.</summary>
    public MembershipAnswer Has(string system, string? version, string code)
    {
        if (CodeSystem(version is null ? system : $"{system}|{version}") is { } content)
        {
            return content.Has(code);
        }

        if (grammars.Find(system) is { } grammar)
        {
            return grammar.Has(code);
        }

        return version is not null && CodeSystem(system) is { } other
            ? MembershipAnswer.CannotTell(TerminologyIssues.SystemVersion, system, $"{other.Definition.Version ?? "none"} is at hand, the code is of {version}")
            : MembershipAnswer.CannotTell(TerminologyIssues.UnknownSystem, system);
    }

    private ValueSetContent ValueSet(string canonical, CompositionTrail trail)
    {
        if (valueSets.TryGetValue(canonical, out var known))
        {
            return known;
        }

        if (source.FindValueSet(canonical) is { } definition)
        {
            return valueSets.GetOrAdd(canonical, Compile(definition, trail));
        }

        // Not kept: of these there are as many as one can write.
        if (ImplicitValueSets.Find(canonical) is { } implied)
        {
            return Compile(implied, trail);
        }

        return source.FindValueSet(CanonicalVersion.Split(canonical).Url) is { } other
            ? ValueSetContent.Unknown(canonical, TerminologyIssues.ValueSetVersion, other.Version ?? "none")
            : ValueSetContent.Unknown(canonical, TerminologyIssues.UnknownValueSet);
    }

    private ValueSetContent Compile(ValueSetDefinition definition, CompositionTrail trail)
    {
        var content = new ValueSetContent(
            definition,
            [.. definition.Includes.Select(include => Clause(definition, include, trail))],
            [.. definition.Excludes.Select(exclude => Clause(definition, exclude, trail))]);
        return content.Cost > MaxCost ? ValueSetContent.Unknown(definition.Url, TerminologyIssues.TooLarge, $"{MaxCost}") : content;
    }

    private ValueSetClause Clause(ValueSetDefinition definition, ValueSetInclude include, CompositionTrail trail) =>
        new(include.System is null ? null : Part(include), [.. include.ValueSets.Distinct(StringComparer.Ordinal).Select(canonical => Import(definition, canonical, trail))]);

    private ValueSetContent Import(ValueSetDefinition importer, string canonical, CompositionTrail trail)
    {
        if (trail.Depth >= MaxDepth)
        {
            return ValueSetContent.Unknown(canonical, TerminologyIssues.TooLarge, $"{MaxDepth}");
        }

        return Reaches(canonical, importer, trail.Budget) switch
        {
            true => ValueSetContent.Unknown(canonical, TerminologyIssues.Circle),
            false => ValueSet(canonical, trail with { Depth = trail.Depth + 1 }),
            null => ValueSetContent.Unknown(canonical, TerminologyIssues.TooLarge, $"{MaxFollowed}"),
        };
    }

    /// <summary>Whether a value set imports another, by way of others too. Every import within a circle is cut, whichever of its value sets is asked for first.</summary>
    /// <returns><see langword="null"/> if there is no end to the imports.</returns>
    private bool? Reaches(string canonical, ValueSetDefinition target, ImportBudget budget)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { canonical };
        var waiting = new Stack<string>([canonical]);
        while (waiting.TryPop(out var next))
        {
            if (!budget.Take())
            {
                return null;
            }

            if (source.FindValueSet(next) is not { } found)
            {
                continue;
            }

            if (found.Url == target.Url && found.Version == target.Version)
            {
                return true;
            }

            foreach (var import in found.Includes.Concat(found.Excludes).SelectMany(include => include.ValueSets).Where(seen.Add))
            {
                waiting.Push(import);
            }
        }

        return false;
    }

    private SystemPart Part(ValueSetInclude include)
    {
        var url = include.System!;
        var version = include.Version == "*" ? null : include.Version;
        var content = version is null ? CodeSystem(url) : CodeSystem($"{url}|{version}");
        return include.Concepts.Count > 0 ? List(include, content ?? CodeSystem(url))
            : include.Filters.Count > 0 ? Filtered(include, content)
            : content is not null ? Whole(include, content)
            : Open(include, code => Has(url, version, code));
    }

    /// <summary>The codes that the clause lists, whether or not their system is at hand.</summary>
    private static SystemPart List(ValueSetInclude include, CodeSystemContent? content)
    {
        List<ExpandedCode> codes = [.. include.Concepts.Select(concept => content?.Find(concept.Code) is { } known
            ? new ExpandedCode(include.System!, concept.Code, concept.Display ?? known.Display, known.IsAbstract, known.IsInactive)
            : new ExpandedCode(include.System!, concept.Code, concept.Display))];
        var comparer = content?.Definition.IsCaseSensitive == true ? StringComparer.Ordinal : CodeCase.Comparer(codes.Select(code => code.Code).Distinct(StringComparer.Ordinal));
        return new SystemPart(include.System!, include.Version, content, codes, comparer, null, _ => MembershipAnswer.No(TerminologyIssues.NotInValueSet, null), isClosed: true);
    }

    private static SystemPart Whole(ValueSetInclude include, CodeSystemContent content) =>
        Of(include, content, content.Definition.Concepts, null, content.Has, content.IsComplete);

    private SystemPart Filtered(ValueSetInclude include, CodeSystemContent? content)
    {
        if (content is not { IsComplete: true } && grammars.Find(include.System!) is { } grammar && include.Filters.Select(grammar.Filter).ToList() is var made && !made.Contains(null))
        {
            return Open(include, code => grammar.Has(code) is { IsYes: true } && !made.TrueForAll(test => test!(code)) ? MembershipAnswer.No(TerminologyIssues.NotInValueSet, null) : grammar.Has(code));
        }

        var stated = string.Join(" and ", include.Filters.Select(filter => $"{filter.Property} {filter.Operator} {filter.Value}"));
        if (content is null || CodeFilter.For(content, include.Filters, out _) is not { } test)
        {
            // A code that the system surely does not have meets no filter either.
            return Open(include, code => content?.Has(code) is { IsNo: true } none ? none : MembershipAnswer.CannotTell(TerminologyIssues.Filter, include.System, stated));
        }

        var answers = content.Definition.Concepts.ToLookup(test);
        return Of(
            include,
            content,
            [.. answers[Membership.Yes]],
            answers[Membership.CannotTell].Any() ? answers[Membership.CannotTell].Select(concept => concept.Code).ToFrozenSet(StringComparer.Ordinal) : null,
            code => content.Find(code) is not null ? MembershipAnswer.No(TerminologyIssues.NotInValueSet, null) : content.Has(code) is { IsNo: true } none ? none : MembershipAnswer.CannotTell(TerminologyIssues.PartialSystem, include.System),
            content.IsComplete);
    }

    private static SystemPart Of(ValueSetInclude include, CodeSystemContent content, IReadOnlyList<CodeSystemConcept> concepts, FrozenSet<string>? doubtful, Func<string, MembershipAnswer> otherwise, bool isClosed) =>
        new(
            include.System!,
            include.Version,
            content,
            [.. concepts.Select(concept => new ExpandedCode(include.System!, concept.Code, concept.Display, concept.IsAbstract, concept.IsInactive))],
            content.Definition.IsCaseSensitive == true ? StringComparer.Ordinal : CodeCase.Comparer(concepts.Select(concept => concept.Code).Distinct(StringComparer.Ordinal)),
            doubtful,
            otherwise,
            isClosed);

    private static SystemPart Open(ValueSetInclude include, Func<string, MembershipAnswer> otherwise) =>
        new(include.System!, include.Version, null, [], StringComparer.Ordinal, null, otherwise, isClosed: false);
}
