using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Packages.Registry;
using FhirMsc.Fhir.Packages.Resolution;

namespace FhirMsc.Fhir.Tests.Packages;

public sealed class ResolverTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fhirmsc-resolve").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Packages_come_with_all_they_need_nearest_first()
    {
        Put("a", "1.0.0", """{"b":"2.0.x","core":"4.0.1"}""");
        Put("b", "2.0.0", """{"c":"1.0.0"}""");
        Put("b", "2.0.3", """{"c":"1.0.0","d":"^1.2.0"}""");
        Put("b", "2.1.0", "{}");
        Put("c", "1.0.0", """{"a":"1.0.0"}""");
        Put("d", "1.9.0", "{}");

        var (packages, issues) = await ResolveAsync(null, "a@1.0.0");

        Assert.Empty(issues);
        Assert.Equal(["a@1.0.0", "b@2.0.3", "c@1.0.0", "d@1.9.0"], packages.Select(package => package.ToString()));
    }

    [Fact]
    public async Task A_conflict_is_reported_and_the_nearest_request_wins()
    {
        Put("a", "1.0.0", """{"b":"1.0.0","c":"2.0.0"}""");
        Put("b", "1.0.0", """{"c":"1.0.0"}""");
        Put("c", "1.0.0", "{}");
        Put("c", "2.0.0", "{}");

        var (packages, issues) = await ResolveAsync(null, "a");

        Assert.Equal(["a@1.0.0", "b@1.0.0", "c@2.0.0"], packages.Select(package => package.ToString()));
        Assert.Equal("package-conflict", Assert.Single(issues).Kind.Id);
    }

    [Theory]
    [InlineData("""{"c":"1.0.0","c-old":"npm:c@2.0.0"}""")]
    [InlineData("""{"c":"1.0.0","old@npm:c":"2.0.0"}""")]
    public async Task An_alias_lets_two_versions_stand_side_by_side(string dependencies)
    {
        Put("a", "1.0.0", dependencies);
        Put("c", "1.0.0", "{}");
        Put("c", "2.0.0", "{}");

        var (packages, issues) = await ResolveAsync(null, "a");

        Assert.Empty(issues);
        Assert.Equal(["a@1.0.0", "c@1.0.0", "c@2.0.0"], packages.Select(package => package.ToString()));
    }

    [Theory]
    [InlineData("""{"b":"1.0.0"}""", "package-missing")]
    [InlineData("""{"b":"git+ssh://b"}""", "package-range")]
    [InlineData("""{"../b":"1.0.0"}""", "package-missing")]
    public async Task What_is_not_here_is_named(string dependencies, string code)
    {
        Put("a", "1.0.0", dependencies);

        var (packages, issues) = await ResolveAsync(null, "a#1.0.0");

        Assert.Equal((1, code), (packages.Count, Assert.Single(issues).Kind.Id));
    }

    [Fact]
    public async Task What_is_missing_is_fetched()
    {
        using var registry = new FakeRegistry();
        registry.Add("a", "1.0.0", """{"b":"1.0.x"}""").Add("b", "1.0.0").Add("b", "1.0.7").Add("b", "1.1.0");

        var (packages, issues) = await ResolveAsync(new PackageStore(registry.Client(), new PackageCache(folder)), "a");
        Assert.Empty(issues);
        Assert.Equal(["a@1.0.0", "b@1.0.7"], packages.Select(package => package.ToString()));

        var requests = registry.ArchiveRequests.Count;
        await ResolveAsync(new PackageStore(registry.Client(), new PackageCache(folder)), "a");
        Assert.Equal(requests, registry.ArchiveRequests.Count);
    }

    [Fact]
    public async Task An_unpacked_package_of_the_users_cache_is_taken_too()
    {
        var unpacked = Directory.CreateDirectory(Path.Combine(folder, "u#3.1.0", "package")).FullName;
        File.WriteAllText(Path.Combine(unpacked, "package.json"), """{"name":"u","version":"3.1.0"}""");

        Assert.Equal("u@3.1.0", Assert.Single((await ResolveAsync(null, "u@3.1")).Packages).ToString());
    }

    [Fact]
    public async Task A_folder_with_another_package_in_it_is_not_used()
    {
        var unpacked = Directory.CreateDirectory(Path.Combine(folder, "u#3.1.0", "package")).FullName;
        File.WriteAllText(Path.Combine(unpacked, "package.json"), """{"name":"v","version":"3.1.0"}""");

        Assert.Equal("package-other", Assert.Single((await ResolveAsync(null, "u")).Issues).Kind.Id);
    }

    private async Task<PackageResolution> ResolveAsync(PackageStore? store, string request) =>
        await new PackageResolver(new PackageCache(folder), store, ["core"]).ResolveAsync([PackageRequest.Parse(request)], default);

    private void Put(string name, string version, string dependencies) => File.WriteAllBytes(
        Path.Combine(folder, $"{name}-{version}.tgz"),
        new ArchiveBuilder().File("package/package.json", $$"""{"name":"{{name}}","version":"{{version}}","dependencies":{{dependencies}} }""").Build());
}
