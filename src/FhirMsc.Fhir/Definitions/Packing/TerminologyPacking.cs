namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>Value sets and code systems in a pack. Codes and displays are mostly used once, so they stand in the entry itself.</summary>
internal static class TerminologyPacking
{
    public static void Write(PackOutput output, ValueSetDefinition valueSet)
    {
        output.Text(valueSet.Url);
        output.TextOrNull(valueSet.Version);
        output.TextOrNull(valueSet.Name);
        output.TextOrNull(valueSet.Status);
        Includes(output, valueSet.Includes);
        Includes(output, valueSet.Excludes);
        Flag(output, valueSet.IncludesInactive);
        output.Number(valueSet.Expansion is null ? 0 : valueSet.Expansion.IsComplete ? 2 : 1);
        if (valueSet.Expansion is { } expansion)
        {
            output.Number(expansion.Codes.Count);
            foreach (var code in expansion.Codes)
            {
                output.Text(code.System);
                output.Inline(code.Code);
                Display(output, code.Display);
                output.Number((code.IsAbstract ? 1 : 0) | (code.IsInactive ? 2 : 0));
            }
        }
    }

    public static ValueSetDefinition ReadValueSet(PackInput input) => new()
    {
        Url = input.Text(),
        Version = input.TextOrNull(),
        Name = input.TextOrNull(),
        Status = input.TextOrNull(),
        Includes = Includes(ref input),
        Excludes = Includes(ref input),
        IncludesInactive = Flag(ref input),
        Expansion = Expansion(ref input),
    };

    public static void Write(PackOutput output, CodeSystemDefinition system)
    {
        output.Text(system.Url);
        output.TextOrNull(system.Version);
        output.TextOrNull(system.Name);
        output.TextOrNull(system.Status);
        output.Number((int)system.Content);
        Flag(output, system.IsCaseSensitive);
        output.TextOrNull(system.Supplements);
        output.TextOrNull(system.ValueSet);
        output.TextOrNull(system.HierarchyMeaning);
        output.Number(system.Concepts.Count);
        var parents = new ConceptParents(system.Concepts);
        foreach (var concept in system.Concepts)
        {
            output.Inline(concept.Code);
            Display(output, concept.Display);
            output.Number((concept.IsAbstract ? 1 : 0) | (concept.IsInactive ? 2 : 0) | (concept.HasDesignations ? 4 : 0));
            parents.Write(output, concept);
            output.Number(concept.Properties.Count);
            foreach (var property in concept.Properties)
            {
                output.Text(property.Code);
                output.Text(property.Value);
            }
        }
    }

    public static CodeSystemDefinition ReadCodeSystem(PackInput input) => new()
    {
        Url = input.Text(),
        Version = input.TextOrNull(),
        Name = input.TextOrNull(),
        Status = input.TextOrNull(),
        Content = (CodeSystemContentMode)input.Int(),
        IsCaseSensitive = Flag(ref input),
        Supplements = input.TextOrNull(),
        ValueSet = input.TextOrNull(),
        HierarchyMeaning = input.TextOrNull(),
        Concepts = Concepts(ref input),
    };

    private static CodeSystemConcept[] Concepts(ref PackInput input)
    {
        var concepts = new CodeSystemConcept[input.Int()];
        var parents = new int[concepts.Length][];
        for (var i = 0; i < concepts.Length; i++)
        {
            var code = input.Inline();
            var display = Display(ref input);
            var flags = input.Int();
            parents[i] = ConceptParents.Read(ref input, i);
            var properties = new ConceptProperty[input.Int()];
            for (var p = 0; p < properties.Length; p++)
            {
                properties[p] = new ConceptProperty(input.Text(), input.Text());
            }

            concepts[i] = new CodeSystemConcept
            {
                Code = code,
                Display = display,
                IsAbstract = (flags & 1) != 0,
                IsInactive = (flags & 2) != 0,
                HasDesignations = (flags & 4) != 0,
                Properties = properties,
            };
        }

        for (var i = 0; i < concepts.Length; i++)
        {
            concepts[i] = parents[i].Length == 0 ? concepts[i] : concepts[i] with { Parents = [.. parents[i].Select(parent => concepts[parent].Code)] };
        }

        return concepts;
    }

    private static ValueSetExpansion? Expansion(ref PackInput input)
    {
        var kind = input.Int();
        if (kind == 0)
        {
            return null;
        }

        var codes = new ExpandedCode[input.Int()];
        for (var i = 0; i < codes.Length; i++)
        {
            var system = input.Text();
            var code = input.Inline();
            var display = Display(ref input);
            var flags = input.Int();
            codes[i] = new ExpandedCode(system, code, display, (flags & 1) != 0, (flags & 2) != 0);
        }

        return new ValueSetExpansion(codes, kind == 2);
    }

    private static void Includes(PackOutput output, IReadOnlyList<ValueSetInclude> includes)
    {
        output.Number(includes.Count);
        foreach (var include in includes)
        {
            output.TextOrNull(include.System);
            output.TextOrNull(include.Version);
            output.Texts([.. include.ValueSets]);
            output.Texts([.. include.Filters.SelectMany(filter => new[] { filter.Property, filter.Operator, filter.Value })]);
            output.Number(include.Concepts.Count);
            foreach (var concept in include.Concepts)
            {
                output.Inline(concept.Code);
                Display(output, concept.Display);
            }
        }
    }

    private static ValueSetInclude[] Includes(ref PackInput input)
    {
        var includes = new ValueSetInclude[input.Int()];
        for (var i = 0; i < includes.Length; i++)
        {
            var (system, version, valueSets, filters) = (input.TextOrNull(), input.TextOrNull(), input.Texts(), input.Texts());
            var concepts = new ValueSetConcept[input.Int()];
            for (var c = 0; c < concepts.Length; c++)
            {
                concepts[c] = new ValueSetConcept(input.Inline(), Display(ref input));
            }

            includes[i] = new ValueSetInclude
            {
                System = system,
                Version = version,
                ValueSets = valueSets,
                Filters = [.. filters.Chunk(3).Select(f => new ValueSetFilter(f[0], f[1], f[2]))],
                Concepts = concepts,
            };
        }

        return includes;
    }

    /// <summary>An empty display is none.</summary>
    private static void Display(PackOutput output, string? display) => output.Inline(display ?? string.Empty);

    private static string? Display(ref PackInput input) => input.Inline() is { Length: > 0 } display ? display : null;

    private static void Flag(PackOutput output, bool? flag) => output.Number(flag switch { null => 0, false => 1, true => 2 });

    private static bool? Flag(ref PackInput input) => input.Int() switch { 0 => null, 1 => false, _ => true };
}
