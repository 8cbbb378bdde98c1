namespace FhirMsc.Fhir.Definitions;

/// <summary>Where definitions come from: a release, a package, or several of them together. Implementations are safe to use from several threads.</summary>
public interface IDefinitionSource
{
    /// <summary>Finds a structure.</summary>
    /// <param name="canonical">Canonical URL, with or without <c>|version</c>.</param>
    /// <returns>The structure, or <see langword="null"/> if this source has none of that URL and version.</returns>
    StructureDefinition? FindStructure(string canonical);

    /// <summary>Finds a value set.</summary>
    /// <inheritdoc cref="FindStructure(string)" path="/param"/>
    /// <returns>The value set, or <see langword="null"/> if this source has none of that URL and version.</returns>
    ValueSetDefinition? FindValueSet(string canonical);

    /// <summary>Finds a code system.</summary>
    /// <inheritdoc cref="FindStructure(string)" path="/param"/>
    /// <returns>The code system, or <see langword="null"/> if this source has none of that URL and version.</returns>
    CodeSystemDefinition? FindCodeSystem(string canonical);

    /// <summary>Finds a concept map.</summary>
    /// <inheritdoc cref="FindStructure(string)" path="/param"/>
    /// <returns>The map, or <see langword="null"/> if this source has none of that URL and version, or keeps no maps.</returns>
    ConceptMapDefinition? FindConceptMap(string canonical) => null;
}
