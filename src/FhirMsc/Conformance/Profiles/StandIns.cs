using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Conformance.Profiles;

/// <summary>
/// Where extensions of the guide Clinical Practice Guidelines (hl7.fhir.uv.cpg, 2.0.0) may be used and what type they have, for those that our artifacts use:
/// the guide's package is in no public registry, so most users do not have it. Where it is at hand, its own definitions go first.
/// </summary>
internal sealed class StandIns : IDefinitionSource
{
    private const string Cpg = "http://hl7.org/fhir/uv/cpg/StructureDefinition/";

    private readonly Dictionary<string, StructureDefinition> structures;

    private StandIns(params (string Url, string Type, string[] Contexts)[] extensions) =>
        structures = extensions.ToDictionary(extension => extension.Url, Build, StringComparer.Ordinal);

    /// <summary>The one object.</summary>
    public static IDefinitionSource Instance { get; } = new StandIns(
        (Cpg + "cpg-directionOfRecommendation", "CodeableConcept", ["PlanDefinition.action"]),
        (Cpg + "cpg-rationale", "markdown", ["Resource", "PlanDefinition.action"]),
        (Cpg + "cpg-partOf", "canonical", ["PlanDefinition"]));

    /// <inheritdoc/>
    public StructureDefinition? FindStructure(string canonical)
    {
        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        return structures.GetValueOrDefault(bar < 0 ? canonical : canonical[..bar]);
    }

    /// <inheritdoc/>
    public ValueSetDefinition? FindValueSet(string canonical) => null;

    /// <inheritdoc/>
    public CodeSystemDefinition? FindCodeSystem(string canonical) => null;

    private static StructureDefinition Build((string Url, string Type, string[] Contexts) extension) => new()
    {
        Url = extension.Url,
        Name = extension.Url[(extension.Url.LastIndexOf('/') + 1)..],
        Kind = StructureKind.Complex,
        Derivation = StructureDerivation.Constraint,
        Type = "Extension",
        BaseDefinition = "http://hl7.org/fhir/StructureDefinition/Extension",
        Contexts = [.. extension.Contexts.Select(context => new ExtensionContext("element", context))],
        Differential =
        [
            new() { Path = "Extension", Id = "Extension", StatedMin = 0, StatedMax = 1 },
            new() { Path = "Extension.extension", Id = "Extension.extension", StatedMax = 0 },
            new() { Path = "Extension.value[x]", Id = "Extension.value[x]", StatedMin = 1, Types = [new TypeReference { Code = extension.Type }] },
        ],
    };
}
