using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions;

/// <summary>One element of a structure, from a snapshot or from a differential (https://hl7.org/fhir/R4/elementdefinition.html), without the parts that only documentation needs.</summary>
public sealed record ElementDefinition
{
    /// <summary>Path, e.g. <c>Observation.component.value[x]</c>.</summary>
    public required string Path
    {
        get;
        init
        {
            field = value;
            IsChoice = value.EndsWith("[x]", StringComparison.Ordinal);
            Name = value[(value.LastIndexOf('.') + 1)..(IsChoice ? ^3 : ^0)];
        }
    }

    /// <summary>Name: the last step of the path, without <c>[x]</c>.</summary>
    public string Name { get; private init; } = string.Empty;

    /// <summary>Whether the name in JSON and XML ends with the type (<c>value[x]</c>).</summary>
    public bool IsChoice { get; private init; }

    /// <summary>Id: the path with slice names, e.g. <c>Observation.component:systolic.value[x]</c>. Where a differential gives none, the path stands in.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the slice that this element defines.</summary>
    public string? SliceName { get; init; }

    /// <summary>Whether the slice narrows one of the same name in the base profile.</summary>
    public bool SliceIsConstraining { get; init; }

    /// <summary>The least number as stated; <see langword="null"/> if a differential leaves it alone.</summary>
    public int? StatedMin { get; init; }

    /// <summary>The greatest number as stated, <see cref="int.MaxValue"/> for <c>*</c>; <see langword="null"/> if a differential leaves it alone.</summary>
    public int? StatedMax { get; init; }

    /// <summary>The types; empty for the root and where <see cref="ContentReference"/> says it all.</summary>
    public IReadOnlyList<TypeReference> Types { get; init; } = [];

    /// <summary>The element whose content this one has, as stated: <c>#Questionnaire.item</c>, or with the structure's URL in front.</summary>
    public string? ContentReference { get; init; }

    /// <summary>Which codes it may hold.</summary>
    public ElementBinding? Binding { get; init; }

    /// <summary>The invariants.</summary>
    public IReadOnlyList<ElementConstraint> Constraints { get; init; } = [];

    /// <summary>Keys of invariants, stated elsewhere, that this element takes part in.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>How its items are sorted into slices.</summary>
    public ElementSlicing? Slicing { get; init; }

    /// <summary>The value that it must have exactly.</summary>
    public ElementValue? Fixed { get; init; }

    /// <summary>The value that it must have at least.</summary>
    public ElementValue? Pattern { get; init; }

    /// <summary>Its least value.</summary>
    public ElementValue? MinValue { get; init; }

    /// <summary>Its greatest value.</summary>
    public ElementValue? MaxValue { get; init; }

    /// <summary>Greatest length of a string, in characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Least length of a string, in characters (extension <c>minLength</c>).</summary>
    public int? MinLength { get; init; }

    /// <summary>Whether it changes the meaning of the element or resource it is in.</summary>
    public bool IsModifier { get; init; }

    /// <summary>Whether systems must support it.</summary>
    public bool MustSupport { get; init; }

    /// <summary>Whether it is part of the summary.</summary>
    public bool IsSummary { get; init; }

    /// <summary>Whether a primitive must have a value, not only extensions (R5).</summary>
    public bool MustHaveValue { get; init; }

    /// <summary>Extensions that may stand in for a missing value (R5).</summary>
    public IReadOnlyList<string> ValueAlternatives { get; init; } = [];

    /// <summary>How bad parts of a narrative are that don't say where they are from (extension <c>narrative-source-control</c>); <see langword="null"/> if not stated. Not kept in packs.</summary>
    public string? NarrativeSource { get; init; }

    /// <summary>Which languages a narrative must have sections in, as codes, or <c>_no</c>, <c>_yes</c>, <c>_resource</c> (extension <c>narrative-language-control</c>). Not kept in packs.</summary>
    public IReadOnlyList<string> NarrativeLanguages { get; init; } = [];

    /// <summary>How it looks in XML.</summary>
    public Representations Representation { get; init; }

    /// <summary>What it was where it was first defined; <see langword="null"/> in differentials.</summary>
    public ElementBase? Base { get; init; }

    /// <summary>A few words for people; <see langword="null"/> if not kept.</summary>
    public string? Short { get; init; }

    /// <summary>
    /// The JSON that this was read from, with the parts that are not kept here; for an element of a generated snapshot, that of the base first and of every
    /// differential after it. Empty unless the reader was asked to keep it.
    /// </summary>
    internal IReadOnlyList<Node> Sources { get; init; } = [];

    /// <summary>The least number; 0 if not stated.</summary>
    public int Min => StatedMin ?? 0;

    /// <summary>The greatest number; <see cref="int.MaxValue"/> for <c>*</c> and if not stated.</summary>
    public int Max => StatedMax ?? int.MaxValue;

    /// <summary>Id and cardinality.</summary>
    public override string ToString() => $"{Id} {StatedMin?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"}..{(StatedMax == int.MaxValue ? "*" : StatedMax?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?")}";
}
