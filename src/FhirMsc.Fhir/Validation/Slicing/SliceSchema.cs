using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Slicing;

/// <summary>One slice.</summary>
/// <param name="Name">Its name; of a slice of a slice, all of them (<c>a/b</c>).</param>
/// <param name="Tests">What an item must pass to belong to it, one for each discriminator.</param>
/// <param name="Schema">What holds for its items; <see cref="ElementSchema.Slicing"/> sorts them further.</param>
/// <param name="Untold">Why no test can tell its items from others; null if the tests can.</param>
internal sealed record SliceSchema(string Name, ISliceTest[] Tests, ElementSchema Schema, string? Untold);
