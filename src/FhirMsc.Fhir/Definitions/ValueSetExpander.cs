namespace FhirMsc.Fhir.Definitions;

/// <summary>
/// Lists the codes of value sets whose code systems are at hand (https://hl7.org/fhir/R4/valueset.html, composition rules). What it cannot work out makes
/// the expansion incomplete; nothing is guessed.
/// </summary>
internal sealed class ValueSetExpander(IDefinitionSource source)
{
    /// <summary>How deep value sets may import one another; a longer chain is a circle or a mistake.</summary>
    private const int MaxImports = 16;

    /// <summary>Lists the codes of a value set.</summary>
    /// <returns>The codes; <see langword="null"/> if nothing is known of them.</returns>
    public ValueSetExpansion? Expand(ValueSetDefinition valueSet) => Expand(valueSet, 0);

    private ValueSetExpansion? Expand(ValueSetDefinition valueSet, int imports)
    {
        if (valueSet.Expansion is { } known)
        {
            return known;
        }

        if (valueSet.Includes.Count == 0 || imports > MaxImports)
        {
            return null;
        }

        var codes = new Dictionary<(string System, string Code), ExpandedCode>();
        var complete = true;
        foreach (var include in valueSet.Includes)
        {
            complete &= Codes(include, imports, codes);
        }

        foreach (var exclude in valueSet.Excludes)
        {
            complete &= Remove(exclude, imports, codes);
        }

        if (codes.Count == 0 && !complete)
        {
            return null;
        }

        var listed = valueSet.IncludesInactive == false ? codes.Values.Where(code => !code.IsInactive) : codes.Values;
        return new ValueSetExpansion([.. listed], complete);
    }

    /// <summary>Adds the codes of one include; false if there may be more.</summary>
    private bool Codes(ValueSetInclude include, int imports, Dictionary<(string System, string Code), ExpandedCode> into)
    {
        Dictionary<(string System, string Code), ExpandedCode>? found = null;
        var complete = true;
        if (include.System is not null)
        {
            found = [];
            complete = OfSystem(include, found);
        }

        // Codes must be in all of the value sets named, and in the system's part if there is one.
        foreach (var url in include.ValueSets)
        {
            if (source.FindValueSet(url) is not { } imported || Expand(imported, imports + 1) is not { } expansion)
            {
                return false;
            }

            complete &= expansion.IsComplete;
            var codes = expansion.Codes.ToDictionary(code => (code.System, code.Code));
            found = found is null ? codes : found.Where(pair => codes.ContainsKey(pair.Key)).ToDictionary();
        }

        foreach (var (key, code) in found ?? [])
        {
            into.TryAdd(key, code);
        }

        return complete;
    }

    /// <summary>Takes the codes of one exclude out; false if there may be more. Then every code that it could mean goes: what is listed is certain to be in.</summary>
    private bool Remove(ValueSetInclude exclude, int imports, Dictionary<(string System, string Code), ExpandedCode> codes)
    {
        var excluded = new Dictionary<(string System, string Code), ExpandedCode>();
        var complete = Codes(exclude, imports, excluded);
        foreach (var key in codes.Keys.Where(key => excluded.ContainsKey(key) || (!complete && (exclude.System ?? key.System) == key.System)).ToList())
        {
            codes.Remove(key);
        }

        return complete;
    }

    private bool OfSystem(ValueSetInclude include, Dictionary<(string System, string Code), ExpandedCode> into)
    {
        var url = include.System!;
        var system = source.FindCodeSystem(include.Version is null ? url : $"{url}|{include.Version}") ?? source.FindCodeSystem(url);
        if (include.Concepts.Count > 0)
        {
            var known = (system?.Concepts ?? []).GroupBy(concept => concept.Code).ToDictionary(group => group.Key, group => group.First());
            foreach (var concept in include.Concepts)
            {
                var of = known.GetValueOrDefault(concept.Code);
                into.TryAdd((url, concept.Code), new ExpandedCode(url, concept.Code, concept.Display ?? of?.Display, of?.IsAbstract ?? false, of?.IsInactive ?? false));
            }

            return true;
        }

        if (system is not { Content: CodeSystemContentMode.Complete } || CodeFilter.For(system, include.Filters) is not { } filter)
        {
            return false;
        }

        foreach (var concept in system.Concepts.Where(filter))
        {
            into.TryAdd((url, concept.Code), new ExpandedCode(url, concept.Code, concept.Display, concept.IsAbstract, concept.IsInactive));
        }

        return true;
    }
}
