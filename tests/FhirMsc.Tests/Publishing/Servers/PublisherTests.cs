using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;
using FhirMsc.Publishing.Servers;

namespace FhirMsc.Tests.Publishing.Servers;

public class PublisherTests
{
    private static Catalog Catalog => Published.Edition.Catalog!;

    [Fact]
    public async Task A_transaction_writes_everything_and_a_second_run_writes_nothing()
    {
        var server = new StubServer();

        var first = await PublishAsync(server);
        var writes = server.Writes;
        var second = await PublishAsync(server);

        AssertAll(first, PublishedOutcome.Created);
        AssertAll(second, PublishedOutcome.Unchanged);
        Assert.Equal(["transaction"], server.Log);
        Assert.Equal(writes, server.Writes);
    }

    [Theory]
    [InlineData(422, 200, "batch")]
    [InlineData(422, 422, "batch, then one by one")]
    [InlineData(501, 405, "batch, then one by one")]
    [InlineData(500, 404, "batch, then one by one")]
    public async Task The_next_way_is_chosen_by_the_answer(int transaction, int batch, string way)
    {
        var report = await PublishAsync(new StubServer { Transaction = transaction, Batch = batch });

        AssertAll(report, PublishedOutcome.Created);
        Assert.Equal(way, report.Way);
    }

    [Fact]
    public async Task Bundles_that_were_taken_and_lost_are_noticed()
    {
        var report = await PublishAsync(new StubServer { LosesBundles = true });

        AssertAll(report, PublishedOutcome.Created);
        Assert.Equal("batch, then one by one", report.Way);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_gives_ids_is_searched_by_canonical(bool ignoresSearch)
    {
        var server = new StubServer { RefusesIds = true, IgnoresSearch = ignoresSearch };

        var first = await PublishAsync(server);
        var writes = server.Writes;
        var second = await PublishAsync(server);

        AssertAll(first, PublishedOutcome.Created, PublishedOutcome.Updated);
        AssertAll(second, PublishedOutcome.Unchanged);
        Assert.Equal(writes, server.Writes);
        Assert.Equal(Catalog.Artifacts.Count, server.Store.Count);
        var references = server.Store.Values.SelectMany(resource => References(resource)).Where(reference => reference.Split('/') is [_, _]).Distinct().ToList();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.Contains(reference, server.Store.Keys));
    }

    [Fact]
    public async Task What_is_refused_is_said_and_the_rest_is_written()
    {
        var report = await PublishAsync(new StubServer { RefusedType = "Evidence" });

        Assert.False(report.IsGood);
        Assert.All(report.Items, item => Assert.Equal(item.Reference.StartsWith("Evidence/", StringComparison.Ordinal), item.Outcome == PublishedOutcome.Refused));
    }

    [Fact]
    public async Task What_comes_back_different_is_said()
    {
        var report = await PublishAsync(new StubServer { Drops = "status" });

        Assert.False(report.IsGood);
        Assert.Contains(report.Items, item => item.Outcome == PublishedOutcome.Altered && item.Detail!.Contains(".status", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(503)]
    public async Task An_interruption_is_told_and_the_next_run_goes_on_from_there(int status)
    {
        var server = new StubServer { Transaction = 422, Batch = 422, FailsAfter = (10, status) };

        var broken = await PublishAsync(server);
        server.FailsAfter = null;
        var resumed = await PublishAsync(server);

        Assert.NotNull(broken.Problem);
        Assert.Contains($"{status}", broken.Problem, StringComparison.Ordinal);
        Assert.True(resumed.IsGood, resumed.Problem);
        Assert.True(resumed.Items.Count(item => item.Outcome == PublishedOutcome.Unchanged) >= 9);
        Assert.Equal(Catalog.Artifacts.Count, server.Writes);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var server = new StubServer();

        AssertAll(await PublishAsync(server, isDryRun: true), PublishedOutcome.WouldWrite);
        Assert.Empty(server.Log);
    }

    [Theory]
    [InlineData("4.0.1", "R4")]
    [InlineData("4.0.0", "R4")]
    [InlineData("4.3.0-cibuild", "R4B")]
    [InlineData("5.0.0", "R5")]
    [InlineData("3.0.2", null)]
    public async Task The_servers_version_chooses_the_release(string version, string? release)
    {
        var (found, problem) = await new Publisher(new StubServer { Version = version }).ReleaseAsync(null, CancellationToken.None);

        Assert.Equal(release, found?.Name);
        Assert.Equal(release is null, problem is not null);
    }

    [Theory]
    [InlineData("4.0.1", "R4", true)]
    [InlineData("4.0.1", "R5", false)]
    [InlineData("3.0.2", "R4", false)]
    [InlineData(null, "R5", true)]
    public async Task A_release_that_is_named_must_not_be_another_than_the_servers(string? version, string named, bool isTaken)
    {
        var (found, problem) = await new Publisher(new StubServer { Version = version }).ReleaseAsync(FhirRelease.Find(named), CancellationToken.None);

        Assert.Equal(isTaken ? named : null, found?.Name);
        Assert.Equal(isTaken, problem is null);
    }

    private static Task<PublishReport> PublishAsync(StubServer server, bool isDryRun = false) => new Publisher(server).PublishAsync(Catalog, isDryRun, CancellationToken.None);

    private static void AssertAll(PublishReport report, params PublishedOutcome[] outcomes)
    {
        Assert.Null(report.Problem);
        Assert.Equal(Catalog.Artifacts.Count, report.Items.Count);
        Assert.All(report.Items, item => Assert.True(outcomes.Contains(item.Outcome), $"{item}"));
    }

    private static IEnumerable<string> References(System.Text.Json.Nodes.JsonNode? node) => node switch
    {
        System.Text.Json.Nodes.JsonObject members => members.SelectMany(member => member.Key == "reference" && member.Value is System.Text.Json.Nodes.JsonValue value ? [value.ToString()] : References(member.Value)),
        System.Text.Json.Nodes.JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
