using System.Text.RegularExpressions;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Terminology.Composition;

/// <summary>
/// The filters of a value set that the content of a code system can answer (FHIR's <c>filter-operator</c>, R4 and R5). Each becomes a test of one concept;
/// what a test cannot tell it says.
/// </summary>
internal static class CodeFilter
{
    /// <summary>No filter in use is longer; input may say anything.</summary>
    private const int MaxPattern = 1000;

    private delegate Func<CodeSystemConcept, Membership>? Maker(CodeSystemContent system, ValueSetFilter filter);

    private static readonly Dictionary<string, Maker> Operators = new(StringComparer.Ordinal)
    {
        ["="] = (system, filter) => Property(system, filter.Property, values => values.Contains(filter.Value)),
        ["in"] = (system, filter) => Listed(filter) is var listed ? Property(system, filter.Property, values => values.Any(listed.Contains)) : null,
        ["not-in"] = (system, filter) => Listed(filter) is var listed ? Property(system, filter.Property, values => !values.Any(listed.Contains)) : null,
        ["exists"] = (system, filter) => filter.Value is "true" or "false" ? Property(system, filter.Property, values => values.Any() == (filter.Value == "true")) : null,
        ["regex"] = Matches,

        // "Includes all concept ids that have a transitive is-a relationship with the concept Id provided as the value, including the provided concept itself".
        ["is-a"] = (system, filter) => Hierarchy(system, filter, code => [.. system.Below(code), code]),
        ["descendent-of"] = (system, filter) => Hierarchy(system, filter, system.Below),
        ["is-not-a"] = (system, filter) => Hierarchy(system, filter, code => [.. system.Below(code), code], inside: false),
        ["generalizes"] = (system, filter) => Hierarchy(system, filter, code => [.. system.Above(code), code]),

        // R5: "only concepts with a direct is-a relationship"; "only the concepts in the bottom layer of the hierarchy below".
        ["child-of"] = (system, filter) => Hierarchy(system, filter, system.ChildrenOf),
        ["descendent-leaf"] = (system, filter) => Hierarchy(system, filter, code => system.Below(code).Where(below => !system.ChildrenOf(below).Any())),
    };

    /// <summary>One test for all filters, which must all hold.</summary>
    /// <param name="system">The code system's content.</param>
    /// <param name="filters">The filters.</param>
    /// <param name="unanswered">The first filter that the content does not answer.</param>
    /// <returns>The test; <see langword="null"/> if one of the filters asks for what the code system's content does not tell.</returns>
    public static Func<CodeSystemConcept, Membership>? For(CodeSystemContent system, IReadOnlyList<ValueSetFilter> filters, out ValueSetFilter? unanswered)
    {
        var tests = new List<Func<CodeSystemConcept, Membership>>(filters.Count);
        foreach (var filter in filters)
        {
            if (Operators.GetValueOrDefault(filter.Operator)?.Invoke(system, filter) is not { } test)
            {
                unanswered = filter;
                return null;
            }

            tests.Add(test);
        }

        unanswered = null;
        return concept => All(tests, concept);
    }

    private static Membership All(List<Func<CodeSystemConcept, Membership>> tests, CodeSystemConcept concept)
    {
        var answer = Membership.Yes;
        foreach (var test in tests)
        {
            switch (test(concept))
            {
                case Membership.No:
                    return Membership.No;
                case Membership.CannotTell:
                    answer = Membership.CannotTell;
                    break;
                default:
                    break;
            }
        }

        return answer;
    }

    private static HashSet<string> Listed(ValueSetFilter filter) => filter.Value.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// A code that the system does not have stands nowhere in its hierarchy: a mistake, from which nothing follows. Of a part of a system it is known who is
    /// linked, but not who is not, since what links them may be missing.
    /// </summary>
    private static Func<CodeSystemConcept, Membership>? Hierarchy(CodeSystemContent system, ValueSetFilter filter, Func<string, IEnumerable<string>> related, bool inside = true)
    {
        if (filter.Property is not ("concept" or "code") || system.Find(filter.Value) is not { } top)
        {
            return null;
        }

        var codes = related(top.Code).ToHashSet(StringComparer.Ordinal);
        var (found, missing) = inside ? (Membership.Yes, Membership.No) : (Membership.No, Membership.Yes);
        missing = system.IsComplete ? missing : Membership.CannotTell;
        return concept => codes.Contains(concept.Code) ? found : missing;
    }

    /// <summary>
    /// FHIR does not say whether the expression must match the whole value or may match a part of it. Where both readings agree, that is the answer. The
    /// engine that never goes back is used, so that no expression takes more than linear time; one that needs more than it knows cannot be told.
    /// </summary>
    private static Func<CodeSystemConcept, Membership>? Matches(CodeSystemContent system, ValueSetFilter filter)
    {
        if (filter.Value.Length > MaxPattern || Values(system, filter.Property) is not { } values)
        {
            return null;
        }

        try
        {
            const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
            var (part, whole) = (new Regex(filter.Value, Options), new Regex($"^(?:{filter.Value})\\z", Options));
            return concept => values(concept).Any(whole.IsMatch) ? Membership.Yes : values(concept).Any(part.IsMatch) ? Membership.CannotTell : Membership.No;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Func<CodeSystemConcept, Membership>? Property(CodeSystemContent system, string property, Func<IEnumerable<string>, bool> test) =>
        Values(system, property) is { } values ? concept => test(values(concept)) ? Membership.Yes : Membership.No : null;

    /// <summary>The values of a property; <see langword="null"/> if no concept has it, since it may be one that was not kept.</summary>
    private static Func<CodeSystemConcept, IEnumerable<string>>? Values(CodeSystemContent system, string property)
    {
        Func<CodeSystemConcept, IEnumerable<string>> values = property switch
        {
            "code" or "concept" => concept => [concept.Code],
            "display" => concept => concept.Display is null ? [] : [concept.Display],
            "inactive" => concept => [concept.IsInactive ? "true" : "false"],
            "notSelectable" or "not-selectable" => concept => [concept.IsAbstract ? "true" : "false"],
            "parent" or "subsumedBy" => concept => concept.Parents,
            "child" => concept => system.ChildrenOf(concept.Code),
            _ => concept => concept.Properties.Where(p => p.Code == property).Select(p => p.Value),
        };

        return system.Definition.Concepts.Any(concept => values(concept).Any()) ? values : null;
    }
}
