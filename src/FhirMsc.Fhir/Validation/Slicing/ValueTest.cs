using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Slicing;

/// <summary>Discriminators <c>value</c> and <c>pattern</c>: what is at the path has the slice's fixed values, patterns and required codes, or simply is or is not there.</summary>
internal sealed class ValueTest : ISliceTest
{
    private readonly DiscriminatorPath path;
    private readonly ValueCriterion criterion;
    private readonly Func<Node, ValidationRun, bool> passes;

    private ValueTest(DiscriminatorPath path, ValueCriterion criterion)
    {
        this.path = path;
        this.criterion = criterion;
        passes = criterion.Matches;
    }

    /// <param name="path">The path.</param>
    /// <param name="slice">The slice, whose own fixed value or pattern may have a part at the path.</param>
    /// <param name="targets">What is said about the place.</param>
    /// <param name="store">Where schemas are found.</param>
    public static ISliceTest? Of(DiscriminatorPath path, SnapshotNode slice, IReadOnlyList<SnapshotNode> targets, SchemaStore store)
    {
        if (SlicePlaces.PartAt(slice, path) is { Part.Exists: true } own)
        {
            return new ValueTest(path, ValueCriterion.OfPart(own.Part, own.IsFixed));
        }

        foreach (var target in targets)
        {
            if (ValueCriterion.Of(target, store) is { } criterion)
            {
                return new ValueTest(path, criterion);
            }
        }

        return path.Steps.Count > 0 ? ExistsTest.Of(path, targets) : null;
    }

    public bool Matches(Node item, int index, ValidationRun run) => path.Any(item, run, passes);

    public override string ToString() => $"'{path}' is not {criterion}";
}
