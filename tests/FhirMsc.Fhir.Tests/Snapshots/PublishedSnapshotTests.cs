using FhirMsc.Fhir.Tests.Packages;

namespace FhirMsc.Fhir.Tests.Snapshots;

public class PublishedSnapshotTests
{
    [PackageTheory(LocalPackages.R4, LocalPackages.R4B, LocalPackages.R5)]
    [InlineData(LocalPackages.R4, 439)]
    [InlineData(LocalPackages.R4B, 439)]
    [InlineData(LocalPackages.R5, 64)]
    public void Published_snapshots_come_out_again(string package, int count)
    {
        var (compared, differences) = new PublishedSnapshots(LocalPackages.Open(package)).Compare();
        var listed = PublishedDifferences.Of(package).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(count, compared);
        var unlisted = differences.Where(difference => !listed.Contains(difference.Name)).Select(difference => $"{difference.Name}: {difference.Text}");
        Assert.Empty(string.Join('\n', unlisted));
        Assert.Equal(listed.Order(), differences.Select(difference => difference.Name).Distinct().Order());
    }

    /// <summary>Types are published without the slicing that the extensions of all elements have; and MetadataResource as a logical model whose elements are FHIR's own.</summary>
    [PackageFact(LocalPackages.R4)]
    public void Published_types_come_out_again()
    {
        var (compared, differences) = new PublishedSnapshots(LocalPackages.Open(LocalPackages.R4)).CompareTypes();
        var others = differences.Where(difference => difference.Name != "MetadataResource" && !difference.Text.EndsWith("xtension slicing: '' expected, 'Open ordered False by Value:url' found", StringComparison.Ordinal));

        Assert.Equal(210, compared);
        Assert.Empty(string.Join('\n', others.Select(difference => $"{difference.Name}: {difference.Text}")));
    }
}
