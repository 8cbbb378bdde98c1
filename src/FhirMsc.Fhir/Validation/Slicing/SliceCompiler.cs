using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Validation.Schemas;

namespace FhirMsc.Fhir.Validation.Slicing;

/// <summary>Makes the tests that tell the items of a slice: what its definition says about the place that each discriminator names.</summary>
internal sealed class SliceCompiler(SchemaStore store)
{
    /// <summary>The tests of a slice, and why there are none, if so.</summary>
    public (ISliceTest[] Tests, string? Untold) Tests(SnapshotNode slice, SnapshotNode sliced, ElementSlicing slicing)
    {
        var tests = new List<ISliceTest>();
        var discriminators = slicing.Discriminators;

        // Choices are sliced by type even where nobody says so (https://hl7.org/fhir/R4/profiling.html#slicing).
        if (discriminators.Count == 0 && sliced.Element.IsChoice)
        {
            discriminators = [new SlicingDiscriminator(DiscriminatorType.Type, "$this")];
        }

        foreach (var discriminator in discriminators)
        {
            if (discriminator.Type == DiscriminatorType.Position)
            {
                tests.Add(new PositionTest(sliced.Slices.IndexOf(slice)));
                continue;
            }

            if (DiscriminatorPath.Parse(discriminator.Path) is not { } path)
            {
                return ([], $"the path '{discriminator.Path}' is not of the form that discriminators have");
            }

            if (Test(discriminator.Type, path, slice) is not { } test)
            {
                return ([], $"it says nothing about '{discriminator.Path}' that could tell its items from others");
            }

            tests.Add(test);
        }

        return tests.Count > 0 ? ([.. tests], null) : ([], "there is no discriminator");
    }

    private ISliceTest? Test(DiscriminatorType kind, DiscriminatorPath path, SnapshotNode slice)
    {
        var places = SlicePlaces.Find(slice, path, store);
        return kind switch
        {
            DiscriminatorType.Exists => ExistsTest.Of(path, places),
            DiscriminatorType.Type => TypeTest.Of(path, places, store),
            DiscriminatorType.Profile => ProfileTest.Of(path, SlicePlaces.ProfilesAt(slice, path, store)),
            _ => ValueTest.Of(path, slice, SlicePlaces.Find(slice, path, store, withProfiles: true), store),
        };
    }
}
