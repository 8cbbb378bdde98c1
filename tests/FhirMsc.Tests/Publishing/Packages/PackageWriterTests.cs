using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Validation;
using FhirMsc.Publishing.Packages;
using FhirMsc.Tests.Artifacts;

namespace FhirMsc.Tests.Publishing.Packages;

public class PackageWriterTests
{
    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void Our_own_loader_takes_it(string release)
    {
        var package = FhirPackage.Read(new MemoryStream(Write(release)), "test.tgz");

        Assert.Empty(package.Issues);
        Assert.Equal($"fhirmsc.nih-covid19-cell-therapy.{release.ToLowerInvariant()}", package.Package!.Manifest.Name);
        Assert.Equal([FhirRelease.Find(release)!.Version], package.Package.Manifest.FhirVersions);
        Assert.Equal(Committed.Guideline.Canonical, package.Package.Manifest.Canonical);
        foreach (var artifact in Committed.For(release).Artifacts)
        {
            var entry = package.Package.Entries.Single(each => each.FileName == artifact.FileName);
            Assert.Equal(artifact.Json.ToArray(), JsonWriter.Write(package.Package.Read(entry).Tree!.Root, JsonForm.Indented));
        }
    }

    [Theory]
    [MemberData(nameof(Committed.Releases), MemberType = typeof(Committed))]
    public void Every_extension_that_is_our_own_or_of_R5_has_its_definition_in_the_package(string release)
    {
        var package = FhirPackage.Read(new MemoryStream(Write(release)), "test.tgz").Package!;
        var defined = package.Entries.Where(entry => entry.ResourceType == "StructureDefinition").ToList();
        var used = Committed.For(release).Artifacts.SelectMany(artifact => artifact.Root().All())
            .Where(node => node.Name == "url" && node.Parent.Name is "extension" or "modifierExtension" && (node.Text!.StartsWith("http://hl7.org/fhir/5.0/", StringComparison.Ordinal) || node.Text.StartsWith("https://fhirmsc.example.org/fhir/StructureDefinition/", StringComparison.Ordinal)))
            .Select(node => node.Text!).Distinct();
        var validator = new ResourceValidator(FhirModel.For(FhirRelease.Find(release)!));

        Assert.All(used, url => Assert.Contains(defined, entry => entry.Url == url));
        Assert.All(defined, entry => Assert.DoesNotContain(validator.Validate(package.Read(entry).Tree!.Root), issue => issue.IsError));
    }

    [Fact]
    public void The_guide_names_the_package() =>
        Assert.Equal(
            FhirPackage.Read(new MemoryStream(Write("R4")), "test.tgz").Package!.Manifest.Name,
            Committed.Find("ImplementationGuide/nih-covid19-cell-therapy").Root().Text("packageId"));

    [Fact]
    public void Twice_written_it_has_the_same_bytes() => Assert.Equal(Write("R5"), Write("R5"));

    private static byte[] Write(string release)
    {
        using var bytes = new MemoryStream();
        PackageWriter.Write(Committed.Guideline, Committed.For(release), bytes);
        return bytes.ToArray();
    }
}
