using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Slicing;

/// <summary>What one discriminator asks of an item for it to belong to one slice. Immutable; prints itself in words that go on after "because".</summary>
internal interface ISliceTest
{
    /// <summary>Whether an item passes.</summary>
    /// <param name="item">The item.</param>
    /// <param name="index">Its place in the list, counted from 0.</param>
    /// <param name="run">The validation.</param>
    bool Matches(Node item, int index, ValidationRun run);
}
