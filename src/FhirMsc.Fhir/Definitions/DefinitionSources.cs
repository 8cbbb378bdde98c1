namespace FhirMsc.Fhir.Definitions;

/// <summary>
/// Several sources as one: the user's own resources, then packages, then the release that is built in. The first source that has a definition gives it, with
/// one exception: of the extensions that are developed outside of core, a core package's definition gives way to that of a later source which has it from
/// elsewhere, unless its version was asked for. As safe to use from several threads as its sources.
/// </summary>
public sealed class DefinitionSources : IDefinitionSource
{
    private readonly IDefinitionSource[] sources;

    /// <param name="sources">The sources, in order of precedence.</param>
    public DefinitionSources(params IEnumerable<IDefinitionSource> sources) => this.sources = [.. sources];

    /// <inheritdoc/>
    public StructureDefinition? FindStructure(string canonical)
    {
        var found = First(source => source.FindStructure(canonical));
        if (found is null || !ExtensionFamilies.Has(canonical) || !ExtensionFamilies.IsFromCore(found) || CanonicalVersion.Split(canonical).Version is not null)
        {
            return found;
        }

        return First(source => source.FindStructure(canonical) is { } other && !ExtensionFamilies.IsFromCore(other) ? other : null) ?? found;
    }

    /// <inheritdoc/>
    public ValueSetDefinition? FindValueSet(string canonical) => First(source => source.FindValueSet(canonical));

    /// <inheritdoc/>
    public CodeSystemDefinition? FindCodeSystem(string canonical) => First(source => source.FindCodeSystem(canonical));

    /// <inheritdoc/>
    public ConceptMapDefinition? FindConceptMap(string canonical) => First(source => source.FindConceptMap(canonical));

    private T? First<T>(Func<IDefinitionSource, T?> find)
        where T : class
    {
        foreach (var source in sources)
        {
            if (find(source) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
