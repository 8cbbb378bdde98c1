using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Validation.Rules;

namespace FhirMsc.Fhir.Validation.Schemas;

/// <summary>One name that an element may have below a type; choices have one for each of their types. Rules are built when the name is first met.</summary>
internal sealed class TypeSlot(string name, ChildSchema child, TypeReference? reference, TypeDefinition? type, SchemaStore store)
{
    private TypeSchema? schema;
    private IElementRule[]? rules;

    /// <summary>The name as it stands in JSON and XML.</summary>
    public string Name { get; } = name;

    /// <summary>The element.</summary>
    public ChildSchema Child { get; } = child;

    /// <summary>Its type as stated; null for content references.</summary>
    public TypeReference? Reference { get; } = reference;

    /// <summary>Its type; null if the release does not define it.</summary>
    public TypeSchema? Type => schema ??= type is null ? null : store.Of(type);

    /// <summary>What holds here and not for every value of the type. Two threads may both build it; either will do.</summary>
    public IElementRule[] Rules => rules ??= type is null ? [] : RuleBuilders.Build(new RuleSource(Child.Element, Reference is null ? [] : [Reference], [type.Root], null, store));
}
