using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Conformance.Profiles;

/// <summary>
/// Extensions of the core of R4 and R4B that the extensions pack (hl7.fhir.uv.extensions, 5.3.0-ballot-tc1) allows in more places, and that our artifacts use as the
/// pack says: the release's own definitions with the pack's contexts.
/// </summary>
/// <param name="model">The release.</param>
internal sealed class WidenedContexts(FhirModel model) : IDefinitionSource
{
    private const string Variable = "http://hl7.org/fhir/StructureDefinition/variable";

    /// <summary>Without those that the pack limits to later releases.</summary>
    private static readonly string[] VariableContexts =
    [
        "Questionnaire", "Questionnaire.item", "PlanDefinition", "PlanDefinition.action", "RequestGroup", "RequestGroup.action", "ActivityDefinition", "Measure",
        "Measure.group", "Measure.group.population",
    ];

    private readonly StructureDefinition? variable = model.Release == FhirRelease.R5 ? null : Widened(model.FindStructure(Variable));

    /// <inheritdoc/>
    public StructureDefinition? FindStructure(string canonical) => canonical == Variable ? variable : null;

    /// <inheritdoc/>
    public ValueSetDefinition? FindValueSet(string canonical) => null;

    /// <inheritdoc/>
    public CodeSystemDefinition? FindCodeSystem(string canonical) => null;

    private static StructureDefinition? Widened(StructureDefinition? structure) =>
        structure is null ? null : structure with { Contexts = [.. VariableContexts.Select(context => new ExtensionContext("element", context))] };
}
