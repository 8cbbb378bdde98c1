using FhirMsc.Fhir.Packages;

namespace FhirMsc.Fhir.Tests.Packages;

public sealed class PackageCacheTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fhirmsc-cache").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Archives_and_unpacked_packages_are_found_in_the_order_of_the_folders()
    {
        var (first, second) = (Path.Combine(folder, "first"), Path.Combine(folder, "second"));
        Directory.CreateDirectory(Path.Combine(first, "b#2.0"));
        Directory.CreateDirectory(second);
        File.WriteAllText(Path.Combine(second, "a-1.0.tgz"), string.Empty);
        File.WriteAllText(Path.Combine(second, "b-2.0.tgz"), string.Empty);
        var cache = new PackageCache(first, Path.Combine(folder, "absent"), second);

        Assert.Equal(Path.Combine(second, "a-1.0.tgz"), cache.Find("a", "1.0"));
        Assert.Equal(Path.Combine(first, "b#2.0"), cache.Find("b", "2.0"));
        Assert.Null(cache.Find("a", "2.0"));
    }

    [Theory]
    [InlineData("../a", "1.0")]
    [InlineData("a", "1.0/../../x")]
    [InlineData("a/b", "1")]
    [InlineData("", "1")]
    [InlineData("a", "..")]
    public void What_is_no_name_is_not_looked_for(string name, string version) => Assert.Null(new PackageCache(folder).Find(name, version));

    [PackageFact(LocalPackages.R4)]
    public void The_examples_package_holds_5306_resources()
    {
        var package = LocalPackages.Open(LocalPackages.R4);

        Assert.Equal(5306, package.Entries.Count);
        Assert.Equal(655, package.Entries.Count(entry => entry.ResourceType == "StructureDefinition"));
    }
}
