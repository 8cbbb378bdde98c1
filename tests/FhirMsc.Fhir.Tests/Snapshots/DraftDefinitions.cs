using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Tests.Snapshots;

/// <summary>The structures of a test, and behind them a release.</summary>
internal sealed class DraftDefinitions(FhirModel model, IReadOnlyList<StructureDefinition> own) : IDefinitionSource
{
    public StructureDefinition? FindStructure(string canonical) => own.FirstOrDefault(structure => structure.Url == canonical) ?? model.FindStructure(canonical);

    public ValueSetDefinition? FindValueSet(string canonical) => model.FindValueSet(canonical);

    public CodeSystemDefinition? FindCodeSystem(string canonical) => model.FindCodeSystem(canonical);
}
