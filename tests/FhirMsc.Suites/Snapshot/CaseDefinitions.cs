using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Suites.Snapshot;

/// <summary>The structures that a case brings along, and behind them those of a release.</summary>
internal sealed class CaseDefinitions(IReadOnlyList<StructureDefinition> own, IDefinitionSource core) : IDefinitionSource
{
    public StructureDefinition? FindStructure(string canonical) =>
        own.FirstOrDefault(structure => structure.Url == canonical || $"{structure.Url}|{structure.Version}" == canonical) ?? core.FindStructure(canonical);

    public ValueSetDefinition? FindValueSet(string canonical) => core.FindValueSet(canonical);

    public CodeSystemDefinition? FindCodeSystem(string canonical) => core.FindCodeSystem(canonical);
}
