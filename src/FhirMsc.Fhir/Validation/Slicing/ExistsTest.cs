using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Slicing;

/// <summary>Discriminator <c>exists</c>: there is, or is not, anything at the path.</summary>
internal sealed class ExistsTest(DiscriminatorPath path, bool isDue) : ISliceTest
{
    public static ExistsTest? Of(DiscriminatorPath path, IReadOnlyList<SnapshotNode> places) => places is not [var place, ..] ? null
        : place.Element.Max == 0 ? new ExistsTest(path, isDue: false)
        : place.Element.Min > 0 ? new ExistsTest(path, isDue: true)
        : null;

    public bool Matches(Node item, int index, ValidationRun run) => path.Any(item, run, static (_, _) => true) == isDue;

    public override string ToString() => isDue ? $"there is no '{path}'" : $"there is a '{path}'";
}
