using FhirMsc.Fhir.Packages;

namespace FhirMsc.Fhir.Tests.Packages;

public sealed class FhirPackageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fhirmsc-package").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void An_archive_is_read()
    {
        var (package, issues) = Read(ArchiveBuilder.WithManifest()
            .File("package/Patient-a.json", """{"resourceType":"Patient","id":"a"}""")
            .File("package/StructureDefinition-p.json", """{"resourceType":"StructureDefinition","id":"p","url":"http://example.org/p","version":"2","contained":[{"resourceType":"Library","url":"http://example.org/no"}],"kind":"resource","type":"Patient"}""")
            .File("package/readme.md", "no resource")
            .File("package/other/Patient-b.json", """{"resourceType":"Patient"}""")
            .Build());

        Assert.Empty(issues);
        Assert.Equal("sample@1.0.0", package!.ToString());
        Assert.Equal(["4.0.1"], package.Manifest.FhirVersions);
        Assert.Equal([KeyValuePair.Create("hl7.fhir.r4.core", "4.0.1")], package.Manifest.Dependencies);
        Assert.Equal(
            [
                new PackageEntry("Patient-a.json", "Patient", "a", null, null, null, null),
                new PackageEntry("StructureDefinition-p.json", "StructureDefinition", "p", "http://example.org/p", "2", "resource", "Patient"),
            ],
            package.Entries);
        Assert.Equal("a", package.Read(package.Entries[0]).Tree!.Root.Child("id").Text);
        Assert.Null(package.Read("absent.json"));
    }

    [Fact]
    public void A_folder_is_read_as_well_with_and_without_the_inner_folder()
    {
        Write("a/package/package.json", """{"name":"sample","version":"1.0.0"}""");
        Write("a/package/Patient-a.json", """{"resourceType":"Patient","id":"a"}""");
        Write("b/package.json", """{"name":"sample","version":"1.0.0"}""");

        var package = FhirPackage.Open(Path.Combine(folder, "a")).Package!;
        Assert.Equal("Patient-a.json", Assert.Single(package.Entries).FileName);
        Assert.NotNull(package.Read(package.Entries[0]).Tree);
        Assert.Null(package.Read("../package/Patient-a.json"));
        Assert.NotNull(FhirPackage.Open(Path.Combine(folder, "b")).Package);
    }

    [Fact]
    public void A_link_in_a_folder_is_no_file_of_the_package()
    {
        Write("secret.json", """{"resourceType":"Patient"}""");
        Write("a/package.json", """{"name":"sample","version":"1.0.0"}""");
        File.CreateSymbolicLink(Path.Combine(folder, "a", "Patient-link.json"), Path.Combine(folder, "secret.json"));

        var package = FhirPackage.Open(Path.Combine(folder, "a")).Package!;
        Assert.Empty(package.Entries);
        Assert.Null(package.Read("Patient-link.json"));
    }

    [Fact]
    public void The_index_of_a_package_saves_looking_into_its_files()
    {
        var (package, issues) = Read(ArchiveBuilder.WithManifest()
            .File("package/.index.json", """{"index-version":2,"files":[{"filename":"a.json","resourceType":"ValueSet","id":"a","url":"http://example.org/a","version":null},{"filename":"absent.json","resourceType":"ValueSet"}]}""")
            .File("package/a.json", """{"resourceType":"Patient"}""")
            .File("package/b.json", """{"resourceType":"Patient"}""")
            .Build());

        Assert.Empty(issues);
        Assert.Equal(["ValueSet", "Patient"], package!.Entries.Select(entry => entry.ResourceType));
    }

    [Fact]
    public void A_broken_index_is_reported_and_the_files_are_looked_at()
    {
        var (package, issues) = Read(ArchiveBuilder.WithManifest().File("package/.index.json", "{").File("package/b.json", """{"resourceType":"Patient"}""").Build());

        Assert.Equal("package-index", Assert.Single(issues).Kind.Id);
        Assert.Single(package!.Entries);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"resourceType":"Patient"} x""")]
    [InlineData("""{"resourceType":"\ud800"}""")]
    public void A_file_that_is_no_json_is_reported_and_the_rest_is_read(string content)
    {
        var (package, issues) = Read(ArchiveBuilder.WithManifest().File("package/a.json", content).File("package/b.json", """{"resourceType":"Patient"}""").Build());

        Assert.Equal("package-file", Assert.Single(issues).Kind.Id);
        Assert.Equal("b.json", Assert.Single(package!.Entries).FileName);
    }

    [Theory]
    [InlineData(null, "package-no-manifest")]
    [InlineData("{", "package-manifest")]
    [InlineData("[]", "package-manifest")]
    [InlineData("""{"version":"1"}""", "package-manifest")]
    [InlineData("""{"name":"n"}""", "package-manifest")]
    [InlineData("""{"name":"n","version":""}""", "package-manifest")]
    public void Without_a_manifest_there_is_no_package(string? manifest, string code)
    {
        var archive = new ArchiveBuilder().File("package/Patient-a.json", """{"resourceType":"Patient"}""");
        var (package, issues) = Read((manifest is null ? archive : archive.File("package/package.json", manifest)).Build());

        Assert.Null(package);
        Assert.Equal(code, Assert.Single(issues).Kind.Id);
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_reported() => Assert.Equal("package-not-found", Assert.Single(FhirPackage.Open(Path.Combine(folder, "absent.tgz")).Issues).Kind.Id);

    private static PackageResult Read(byte[] archive) => FhirPackage.Read(new MemoryStream(archive), "sample.tgz");

    private void Write(string name, string content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
