using System.Text;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Packages;

namespace FhirMsc.Fhir.Tests.Packages;

public sealed class PackagePinsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fhirmsc-pins").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_package_is_opened_only_if_its_bytes_are_those_of_the_list()
    {
        var path = Path.Combine(folder, "fhirmsc.test-1.0.0.tgz");
        File.WriteAllBytes(path, ArchiveBuilder.WithManifest().Build());
        var pin = Read($$"""{"packages":[{"name":"fhirmsc.test","version":"1.0.0","sha512":"{{PackageDigest.Of(path)}}"}]}""", out var issues).Pins.Single();
        Assert.Empty(issues);
        Assert.Null(PackagePins.Verify(pin, new PackageCache(folder)));

        File.AppendAllText(path, "x");

        Assert.Equal(PackageIssues.Digest, PackagePins.Verify(pin, new PackageCache(folder))!.Kind);
        Assert.Null(PackagePins.Open(pin, new PackageCache(folder)).Package);
        Assert.Equal(PackageIssues.Missing, PackagePins.Verify(pin with { Version = "2.0.0" }, new PackageCache(folder))!.Kind);
    }

    [Theory]
    [InlineData("""{"name":"a","version":"1","sha512":"abc"}""")]
    [InlineData("""{"name":"../a","version":"1","sha512":"X"}""")]
    [InlineData("""{"version":"1","sha512":"X"}""")]
    public void An_entry_that_cannot_be_used_is_reported(string entry)
    {
        var pins = Read($$"""{"packages":[{{entry.Replace("X", "sha512-" + Convert.ToBase64String(new byte[64]), StringComparison.Ordinal)}}]}""", out var issues);

        Assert.Empty(pins.Pins);
        Assert.Equal(PackageIssues.Pin, Assert.Single(issues).Kind);
    }

    [PackageFact(LocalPackages.R4, LocalPackages.R4B, LocalPackages.R5, LocalPackages.Expansions, LocalPackages.TerminologyR4, LocalPackages.TerminologyR5, LocalPackages.ExtensionsR4, LocalPackages.ExtensionsR5)]
    public void The_packages_of_this_project_are_those_that_it_lists()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "FhirMsc.sln")))
        {
            at = at.Parent;
        }

        var pins = Read(File.ReadAllText(Path.Combine(at.FullName, "fhir-resources", "packages.json")), out var issues);

        Assert.Empty(issues);
        Assert.Empty(pins.Pins.Select(pin => PackagePins.Verify(pin, PackageCache.OfUser())).OfType<Issue>());
        Assert.Empty(LocalPackages.All.Except(pins.Pins.Select(pin => $"{pin.Name}-{pin.Version}")));
    }

    private static PackagePins Read(string json, out List<Issue> issues)
    {
        issues = [];
        return PackagePins.Read(Encoding.UTF8.GetBytes(json), "packages.json", issues);
    }
}
