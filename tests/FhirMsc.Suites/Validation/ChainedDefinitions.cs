using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Suites.Validation;

/// <summary>Several sources, the first that knows a definition wins.</summary>
internal sealed class ChainedDefinitions(params IReadOnlyList<IDefinitionSource> sources) : IDefinitionSource
{
    public StructureDefinition? FindStructure(string canonical) => First(source => source.FindStructure(canonical));

    public ValueSetDefinition? FindValueSet(string canonical) => First(source => source.FindValueSet(canonical));

    public CodeSystemDefinition? FindCodeSystem(string canonical) => First(source => source.FindCodeSystem(canonical));

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
