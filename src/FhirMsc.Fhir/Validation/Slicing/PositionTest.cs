using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Slicing;

/// <summary>Discriminator <c>position</c> (R5): the item's place in the list is the slice's.</summary>
internal sealed class PositionTest(int position) : ISliceTest
{
    public bool Matches(Node item, int index, ValidationRun run) => index == position;

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"it is not number {position + 1} of the list");
}
