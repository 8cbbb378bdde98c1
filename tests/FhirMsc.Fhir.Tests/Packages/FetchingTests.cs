using System.Collections.Concurrent;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Packages;
using FhirMsc.Fhir.Packages.Registry;
using FhirMsc.Fhir.Packages.Resolution;
using Moq;

namespace FhirMsc.Fhir.Tests.Packages;

public sealed class FetchingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fhirmsc-fetch").FullName;
    private readonly FakeRegistry registry = new();

    public void Dispose()
    {
        registry.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_package_is_fetched_whole_and_nothing_else_is_left()
    {
        registry.Add("a", "1.0.0", padding: 600_000);
        var told = new ConcurrentQueue<FetchProgress>();

        var fetched = await FetchAsync("a", "1.0.0", new Tell(told.Enqueue));

        Assert.Equal("1.0.0", fetched.Version);
        Assert.Equal(["a-1.0.0.tgz"], Directory.GetFiles(folder).Select(Path.GetFileName));
        Assert.NotNull(FhirPackage.Open(Path.Combine(folder, "a-1.0.0.tgz")).Package);
        Assert.True(told.Count >= 2 && told.Last().Bytes == told.Last().Total, string.Join('\n', told));
    }

    [Fact]
    public async Task An_archive_that_breaks_off_is_taken_up_where_it_ended()
    {
        registry.Add("a", "1.0.0", padding: 300_000);
        registry.Misbehave = async (number, head, archive, stream) =>
        {
            switch (number)
            {
                case 1:
                    await LoopbackServer.SendAsync(stream, 200, archive, "ETag: \"a\"\r\n", cutAt: 100_000);
                    return true;
                case 2:
                    var from = int.Parse(head.Split("bytes=")[1].Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);
                    await LoopbackServer.SendAsync(stream, 206, archive[from..], $"ETag: \"a\"\r\nContent-Range: bytes {from}-{archive.Length - 1}/{archive.Length}\r\n");
                    return true;
                default:
                    return false;
            }
        };

        Assert.Equal("1.0.0", (await FetchAsync("a", "1.0.0")).Version);
        Assert.Equal(2, registry.ArchiveRequests.Count);
        Assert.Contains("Range: bytes=", registry.ArchiveRequests[1], StringComparison.Ordinal);
        Assert.Contains("If-Range: \"a\"", registry.ArchiveRequests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(206)]
    [InlineData(416)]
    [InlineData(200)]
    public async Task A_server_that_sends_another_part_is_asked_for_the_whole(int status)
    {
        registry.Add("a", "1.0.0", padding: 100_000);
        registry.Misbehave = async (number, _, archive, stream) =>
        {
            if (number > 2)
            {
                return false;
            }

            await (number == 1 ? LoopbackServer.SendAsync(stream, 200, archive, "ETag: \"a\"\r\n", cutAt: 50_000)
                : status == 206 ? LoopbackServer.SendAsync(stream, 206, archive[10..], $"Content-Range: bytes 10-{archive.Length - 1}/{archive.Length}\r\n")
                : LoopbackServer.SendAsync(stream, status, status == 200 ? archive : []));
            return true;
        };

        Assert.Equal("1.0.0", (await FetchAsync("a", "1.0.0")).Version);
    }

    [Fact]
    public async Task A_connection_that_is_reset_is_made_again()
    {
        registry.Add("a", "1.0.0", padding: 300_000);
        registry.Misbehave = async (number, _, archive, stream) =>
        {
            if (number > 1)
            {
                return false;
            }

            await LoopbackServer.SendAsync(stream, 200, archive, "ETag: \"a\"\r\n", cutAt: 150_000);
            ((System.Net.Sockets.NetworkStream)stream).Socket.LingerState = new System.Net.Sockets.LingerOption(true, 0);
            return true;
        };

        Assert.Equal("1.0.0", (await FetchAsync("a", "1.0.0")).Version);
    }

    [Fact]
    public async Task A_server_that_fails_at_first_is_asked_again()
    {
        registry.Add("a", "1.0.0");
        registry.Misbehave = async (number, _, _, stream) =>
        {
            if (number > 3)
            {
                return false;
            }

            await LoopbackServer.SendAsync(stream, number == 1 ? 429 : 503, [], "Retry-After: 1\r\n");
            return true;
        };

        Assert.Equal("1.0.0", (await FetchAsync("a", "1.0.0")).Version);
        Assert.Equal(4, registry.ArchiveRequests.Count);
    }

    [Fact]
    public async Task A_server_that_goes_silent_is_given_up()
    {
        registry.Add("a", "1.0.0");
        registry.Misbehave = async (_, _, archive, stream) =>
        {
            await LoopbackServer.SendAsync(stream, 200, archive, cutAt: 10);
            await Task.Delay(TimeSpan.FromSeconds(20));
            return true;
        };

        await RefusedAsync(PackageIssues.Offline, FakeRegistry.Quick with { Silence = TimeSpan.FromMilliseconds(100), Attempts = 2 });
        Assert.Equal(2, registry.ArchiveRequests.Count);
    }

    [Fact]
    public async Task A_server_that_sends_other_bytes_is_not_believed()
    {
        registry.Add("a", "1.0.0");
        registry.Misbehave = async (_, _, archive, stream) =>
        {
            var other = archive.ToArray();
            other[^1] ^= 1;
            await LoopbackServer.SendAsync(stream, 200, other);
            return true;
        };

        await RefusedAsync(PackageIssues.Integrity);
        Assert.Equal(2, registry.ArchiveRequests.Count);
    }

    [Fact]
    public async Task A_server_that_sends_without_end_is_cut_off()
    {
        registry.Add("a", "1.0.0");
        registry.Misbehave = async (_, _, _, stream) =>
        {
            await LoopbackServer.SendAsync(stream, 200, [], claimedLength: long.MaxValue);
            for (var i = 0; i < 1000; i++)
            {
                await stream.WriteAsync(new byte[100_000]);
            }

            return true;
        };

        await RefusedAsync(PackageIssues.TooLarge, FakeRegistry.Quick with { MaxArchiveBytes = 1_000_000 });
    }

    [Theory]
    [InlineData(401, "package-registry-error", 1)]
    [InlineData(404, "package-not-in-registry", 1)]
    [InlineData(500, "package-registry-error", 5)]
    public async Task A_server_that_refuses_is_reported(int status, string code, int requests)
    {
        registry.Add("a", "1.0.0");
        registry.Misbehave = async (_, _, _, stream) =>
        {
            await LoopbackServer.SendAsync(stream, status, []);
            return true;
        };

        var fetched = await FetchAsync("a", "1.0.0");

        Assert.Equal((null, code), (fetched.Version, Assert.Single(fetched.Issues).Kind.Id));
        Assert.Equal(requests, registry.ArchiveRequests.Count);
    }

    [Fact]
    public async Task An_archive_with_another_package_in_it_is_refused()
    {
        registry.Add("a", "1.0.0").Add("b", "1.0.0");
        var listing = (await registry.Client().ListAsync("b", default)).Value!;
        var lying = new Mock<IPackageRegistry>();
        lying.Setup(other => other.ListAsync("a", It.IsAny<CancellationToken>())).ReturnsAsync(new RegistryAnswer<PackageListing>(listing with { Name = "a", Versions = [listing.Versions[0] with { Name = "a" }] }, null));
        lying.Setup(other => other.FetchAsync(It.IsAny<ListedVersion>(), It.IsAny<string>(), It.IsAny<IProgress<FetchProgress>>(), It.IsAny<CancellationToken>()))
            .Returns((ListedVersion version, string path, IProgress<FetchProgress>? progress, CancellationToken stop) => registry.Client().FetchAsync(version, path, progress, stop));

        var fetched = await new PackageStore(lying.Object, new PackageCache(folder)).FetchAsync("a", PackageRange.Parse("latest")!, default);

        Assert.Equal(PackageIssues.OtherPackage, Assert.Single(fetched.Issues).Kind);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task A_pin_goes_before_what_the_registry_announces()
    {
        registry.Add("a", "1.0.0");
        var pin = new PackagePin("a", "1.0.0", "sha512-" + Convert.ToBase64String(new byte[64]));

        var fetched = await new PackageStore(registry.Client(), new PackageCache(folder)).FetchAsync(pin, default);

        Assert.Equal(PackageIssues.Integrity, Assert.Single(fetched.Issues).Kind);
    }

    [Fact]
    public async Task Two_that_fetch_the_same_package_at_once_both_have_it()
    {
        registry.Add("a", "1.0.0", padding: 200_000);

        var fetched = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FetchAsync("a", "1.0.0")));

        Assert.All(fetched, one => Assert.Equal("1.0.0", one.Version));
        Assert.Equal(["a-1.0.0.tgz"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Without_network_there_is_one_error_for_all_packages()
    {
        registry.Dispose();
        using var client = new HttpClient();
        var store = new PackageStore(new NpmRegistry(client, registry.Address, FakeRegistry.Quick), new PackageCache(folder));

        var resolution = await new PackageResolver(new PackageCache(folder), store, []).ResolveAsync([new("a", "latest"), new("b", "latest"), new("c", "1.0.0")], default);

        Assert.Empty(resolution.Packages);
        Assert.Equal(PackageIssues.Offline, Assert.Single(resolution.Issues).Kind);
    }

    private async Task RefusedAsync(IssueKind kind, RegistryOptions? options = null)
    {
        var fetched = await FetchAsync("a", "1.0.0", null, options);

        Assert.Equal((null, kind), (fetched.Version, Assert.Single(fetched.Issues).Kind));
        Assert.Empty(Directory.GetFiles(folder));
    }

    private Task<FetchedVersion> FetchAsync(string name, string range, IProgress<FetchProgress>? progress = null, RegistryOptions? options = null) =>
        new PackageStore(registry.Client(options), new PackageCache(folder), progress).FetchAsync(name, PackageRange.Parse(range)!, default);

    private sealed class Tell(Action<FetchProgress> tell) : IProgress<FetchProgress>
    {
        public void Report(FetchProgress value) => tell(value);
    }
}
