namespace FhirMsc.Fhir.Definitions;

/// <summary>The filters of a value set that the content of a code system can answer (FHIR's <c>filter-operator</c>).</summary>
internal static class CodeFilter
{
    /// <summary>One test for all filters, which must all hold.</summary>
    /// <returns>The test; <see langword="null"/> if one of the filters asks for what the code system's content does not tell.</returns>
    public static Func<CodeSystemConcept, bool>? For(CodeSystemDefinition system, IReadOnlyList<ValueSetFilter> filters)
    {
        var tests = filters.Select(filter => Test(system, filter)).ToList();
        return tests.Contains(null) ? null : concept => tests.TrueForAll(test => test!(concept));
    }

    private static Func<CodeSystemConcept, bool>? Test(CodeSystemDefinition system, ValueSetFilter filter) => filter.Operator switch
    {
        "is-a" when IsConcept(filter) => Below(system, filter.Value, self: true, inside: true),
        "descendent-of" when IsConcept(filter) => Below(system, filter.Value, self: false, inside: true),
        "is-not-a" when IsConcept(filter) => Below(system, filter.Value, self: true, inside: false),
        "=" => Property(system, filter.Property, values => values.Contains(filter.Value)),
        "in" => Property(system, filter.Property, values => values.Any(Listed(filter).Contains)),
        "not-in" => Property(system, filter.Property, values => !values.Any(Listed(filter).Contains)),
        "exists" => Property(system, filter.Property, values => values.Any() == (filter.Value == "true")),
        _ => null,
    };

    private static bool IsConcept(ValueSetFilter filter) => filter.Property is "concept" or "code";

    private static HashSet<string> Listed(ValueSetFilter filter) => filter.Value.Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);

    private static Func<CodeSystemConcept, bool> Below(CodeSystemDefinition system, string top, bool self, bool inside)
    {
        var children = system.Concepts.SelectMany(concept => concept.Parents.Select(parent => (parent, concept.Code))).ToLookup(pair => pair.parent, pair => pair.Code);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([top]);
        while (waiting.TryPop(out var code))
        {
            foreach (var child in children[code].Where(reached.Add))
            {
                waiting.Push(child);
            }
        }

        if (self)
        {
            reached.Add(top);
        }
        else
        {
            reached.Remove(top);
        }

        return concept => reached.Contains(concept.Code) == inside;
    }

    private static Func<CodeSystemConcept, bool>? Property(CodeSystemDefinition system, string property, Func<IEnumerable<string>, bool> test)
    {
        Func<CodeSystemConcept, IEnumerable<string>> values = property switch
        {
            "code" or "concept" => concept => [concept.Code],
            "display" => concept => concept.Display is null ? [] : [concept.Display],
            "inactive" => concept => [concept.IsInactive ? "true" : "false"],
            "notSelectable" or "not-selectable" => concept => [concept.IsAbstract ? "true" : "false"],
            _ => concept => concept.Properties.Where(p => p.Code == property).Select(p => p.Value),
        };

        // A property that no concept has may be one that was not kept: then there is no telling.
        return system.Concepts.Any(concept => values(concept).Any()) ? concept => test(values(concept)) : null;
    }
}
