using FhirMsc.Fhir.Json;
using FhirMsc.Publishing.Servers;
using FhirMsc.Server.Publishing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moq;

namespace FhirMsc.Server.Tests.Publishing;

public sealed class PublishOnStartTests : IDisposable
{
    private static readonly Uri Url = new("https://fhir.example.org/r4");

    private readonly Mock<IFhirServer> server = new();
    private readonly Dictionary<string, Node> stored = [];
    private readonly TestLog log = new();
    private readonly ILoggerFactory loggers;
    private readonly Clock clock = new();
    private string? problem;
    private int opened;

    public PublishOnStartTests()
    {
        loggers = LoggerFactory.Create(builder => builder.AddProvider(log));
        server.Setup(one => one.CapabilitiesAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => Statement("4.0.1"));
        server.Setup(one => one.ReadAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((string type, string id, CancellationToken _) => stored.TryGetValue($"{type}/{id}", out var found) ? new ServerAnswer(200, found, null) : new ServerAnswer(404, default, null));
        server.Setup(one => one.SearchAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ServerAnswer(400, default, null));
        server.Setup(one => one.PutAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<ReadOnlyMemory<byte>>(), It.IsAny<CancellationToken>())).ReturnsAsync((string type, string id, ReadOnlyMemory<byte> json, CancellationToken _) =>
        {
            stored[$"{type}/{id}"] = JsonParser.Parse(json).Tree!.Root;
            return new ServerAnswer(201, default, null);
        });
    }

    public void Dispose() => loggers.Dispose();

    [Fact]
    public async Task A_server_that_is_not_up_yet_and_fails_in_between_is_tried_until_everything_is_there()
    {
        server.SetupSequence(one => one.CapabilitiesAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ServerAnswer(0, default, "The server could not be reached.")).ReturnsAsync(new ServerAnswer(0, default, "The server could not be reached.")).ReturnsAsync(new ServerAnswer(404, default, null))
            .ReturnsAsync(Statement("4.0.1")).ReturnsAsync(Statement("4.0.1")).ReturnsAsync(Statement("4.0.1")).ReturnsAsync(Statement("4.0.1"));
        server.SetupSequence(one => one.PutAsync(It.IsAny<string>(), "test", It.IsAny<ReadOnlyMemory<byte>>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new ServerAnswer(503, default, null))
            .ReturnsAsync(() =>
            {
                stored["CodeSystem/test"] = TestServices.Catalog.Artifacts[0].Tree.Root;
                return new ServerAnswer(201, default, null);
            });
        var publishing = Make();

        await publishing.RunAsync(() => Url, CancellationToken.None);

        Assert.Equal(PublishStage.Done, publishing.Stage);
        Assert.Equal(["00:00:01", "00:00:02", "00:00:04", "00:00:08"], clock.Pauses.Select(pause => pause.ToString()));
        Assert.Equal(3, log.Lines.Count(line => line.Contains("waits and tries again", StringComparison.Ordinal)));
        Assert.Single(log.Lines, line => line.StartsWith("Information Everything is published into https://fhir.example.org/r4: 1 created, 0 updated, 0 unchanged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_start_writes_nothing()
    {
        await Make().RunAsync(() => Url, CancellationToken.None);
        await Make().RunAsync(() => Url, CancellationToken.None);

        Assert.Contains(log.Lines, line => line.Contains("0 created, 0 updated, 1 unchanged", StringComparison.Ordinal));
        server.Verify(one => one.PutAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<ReadOnlyMemory<byte>>(), It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task It_begins_with_the_host_and_again_with_a_new_edition_and_ends_with_the_host()
    {
        using CancellationTokenSource started = new(), stopping = new();
        var lifetime = Mock.Of<IHostApplicationLifetime>(one => one.ApplicationStarted == started.Token && one.ApplicationStopping == stopping.Token);
        var content = new ServedContent(TestServices.Catalog, TestServices.Hooks, TimeProvider.System);
        var publishing = new PublishOnStart(content, Open, clock, loggers.CreateLogger<PublishOnStart>());

        publishing.StartWith(lifetime, () => Url);
        Assert.Equal((PublishStage.Waiting, 0), (publishing.Stage, opened));
        await started.CancelAsync();
        await UntilAsync(() => Done() == 1);
        content.Replace(TestServices.Catalog, TestServices.Hooks);
        await UntilAsync(() => Done() == 2);
        await stopping.CancelAsync();
        content.Replace(TestServices.Catalog, TestServices.Hooks);

        Assert.Equal((PublishStage.Done, 2), (publishing.Stage, opened));
        int Done() => log.Lines.Count(line => line.Contains("Everything is published", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("3.0.2", "The server speaks FHIR 3.0.2")]
    [InlineData("5.0.0", "does not pass the gate in FHIR 5.0.0")]
    public async Task A_release_that_nothing_is_published_in_is_told(string version, string reason)
    {
        server.Setup(one => one.CapabilitiesAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Statement(version));

        await FailsAsync(() => Url, reason);
    }

    [Fact]
    public async Task Credentials_that_do_not_suffice_are_told_and_not_tried_again()
    {
        server.Setup(one => one.CapabilitiesAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new ServerAnswer(401, default, null));

        await FailsAsync(() => Url, "HTTP 401");
        Assert.Equal(1, opened);
    }

    [Fact]
    public async Task Credentials_that_cannot_be_read_are_told()
    {
        problem = "FHIRMSC_PUBLISH_CLIENT_ID is missing";

        await FailsAsync(() => Url, problem);
    }

    [Fact]
    public async Task A_resource_that_is_refused_is_told_by_name()
    {
        server.Setup(one => one.PutAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<ReadOnlyMemory<byte>>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ServerAnswer(422, default, "no such profile"));
        server.Setup(one => one.CreateAsync(It.IsAny<Artifacts.Artifact>(), It.IsAny<ReadOnlyMemory<byte>>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(new ServerAnswer(422, default, "no such profile"));

        await FailsAsync(() => Url, "CodeSystem/test");
    }

    [Fact]
    public async Task A_host_without_an_address_is_told() => await FailsAsync(() => null, "set FhirMsc:PublishTo to a URL");

    [Fact]
    public async Task What_nobody_foresaw_is_told_without_its_message()
    {
        server.Setup(one => one.CapabilitiesAsync(It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException("Jane Doe"));

        await FailsAsync(() => Url, "InvalidOperationException");
        Assert.DoesNotContain(log.Lines, line => line.Contains("Jane Doe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_that_stops_ends_it()
    {
        using var stop = new CancellationTokenSource();
        server.Setup(one => one.CapabilitiesAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() =>
        {
            stop.Cancel();
            return new ServerAnswer(503, default, null);
        });
        var publishing = Make();

        await publishing.RunAsync(() => Url, stop.Token);

        Assert.Equal(PublishStage.Waiting, publishing.Stage);
        Assert.DoesNotContain(log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++)
        {
            await Task.Delay(20);
        }

        Assert.True(condition());
    }

    private async Task FailsAsync(Func<Uri?> target, string reason)
    {
        var publishing = Make();

        await publishing.RunAsync(target, CancellationToken.None);

        Assert.Equal(PublishStage.Failed, publishing.Stage);
        Assert.Contains(log.Lines, line => line.StartsWith("Error Not published", StringComparison.Ordinal) && line.Contains(reason, StringComparison.Ordinal));
    }

    private PublishOnStart Make()
    {
        var content = new ServedContent(TestServices.Catalog, TestServices.Hooks, TimeProvider.System);
        return new PublishOnStart(content, Open, clock, loggers.CreateLogger<PublishOnStart>());
    }

    private (IFhirServer? Server, string? Problem) Open(Uri url)
    {
        opened++;
        return problem is null ? (server.Object, null) : (null, problem);
    }

    private static ServerAnswer Statement(string version) => new(200, JsonParser.Parse($$"""{"resourceType":"CapabilityStatement","fhirVersion":"{{version}}"}""").Tree!.Root, null);

    /// <summary>A clock whose pauses are over at once.</summary>
    private sealed class Clock : TimeProvider
    {
        public List<TimeSpan> Pauses { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Pauses.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
