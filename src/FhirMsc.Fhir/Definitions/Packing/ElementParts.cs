namespace FhirMsc.Fhir.Definitions.Packing;

/// <summary>Which parts an element has in a pack. The frequent ones come first, so that most words of flags take two bytes.</summary>
[Flags]
internal enum ElementParts : long
{
    None = 0,
    Types = 1 << 0,
    Constraints = 1 << 1,

    /// <summary>The base has the element's own path and cardinality.</summary>
    OwnBase = 1 << 2,

    /// <summary>Three bits: one of the frequent cardinalities, see <see cref="ElementCardinality"/>; 0 for none of them.</summary>
    FrequentCardinality = 7 << 3,
    IsSummary = 1 << 6,
    Base = 1 << 7,
    Binding = 1 << 8,
    IsModifier = 1 << 9,
    Representation = 1 << 10,
    Conditions = 1 << 11,
    Slicing = 1 << 12,
    SliceName = 1 << 13,
    Fixed = 1 << 14,
    MustSupport = 1 << 15,
    ContentReference = 1 << 16,
    Pattern = 1 << 17,
    Cardinality = 1 << 18,
    Id = 1 << 19,
    Short = 1 << 20,
    MaxLength = 1 << 21,
    MinValue = 1 << 22,
    MaxValue = 1 << 23,
    MustHaveValue = 1 << 24,
    ValueAlternatives = 1 << 25,
    SliceIsConstraining = 1 << 26,
}
