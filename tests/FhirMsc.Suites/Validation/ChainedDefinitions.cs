using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Suites.Validation;

/// <summary>Several sources, the first that knows a definition wins.</summary>
public sealed class ChainedDefinitions(params IReadOnlyList<IDefinitionSource> sources) : IDefinitionSource
{
    /// <inheritdoc/>
    public StructureDefinition? FindStructure(string canonical) => First(source => source.FindStructure(canonical));

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
