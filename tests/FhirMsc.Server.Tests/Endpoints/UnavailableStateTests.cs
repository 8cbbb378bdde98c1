using FhirMsc.Server.Storage;

namespace FhirMsc.Server.Tests.Endpoints;

public class UnavailableStateTests
{
    private const string Feedback = """{"feedback":[{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"overridden","outcomeTimestamp":"2021-05-02T10:05:31Z"}]}""";

    [Fact]
    public async Task Feedback_that_cannot_be_kept_is_not_acknowledged()
    {
        var server = new StoredServer("/proc/no-such-folder/state.db");
        await server.InitializeAsync();
        try
        {
            using var response = await server.PostAsync("/cds-services/test-view/feedback", Feedback);
            Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
            await Bodies.ReadRefusalAsync(response, 503, "no-such-folder", "4e0a3a1e");
            Assert.DoesNotContain(server.Log.Lines, line => line.Contains("no-such-folder", StringComparison.Ordinal));

            // Cards do not depend on it.
            using var call = await server.PostAsync("/cds-services/test-view", TestServices.View(TestServices.NoCondition));
            Assert.Equal(200, (int)call.StatusCode);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_disk_that_fills_up_gives_503_and_loses_nothing_that_was_acknowledged()
    {
        var folder = Directory.CreateTempSubdirectory("fhirmsc-full-");
        using var limit = new SmallDisk(folder.FullName);
        if (!limit.IsMounted)
        {
            // Only an administrator can make a small disk; SqliteDatabaseTests shows the same with SQLite's own limit.
            return;
        }

        var server = new StoredServer(Path.Combine(folder.FullName, "state.db"));
        await server.InitializeAsync();
        try
        {
            var acknowledged = 0;
            var status = 200;
            while (status == 200 && acknowledged < 200_000)
            {
                var items = Enumerable.Range(0, 100).Select(_ => $$"""{"card":"{{Guid.NewGuid()}}","outcome":"overridden","outcomeTimestamp":"2021-05-02T10:05:31Z"}""");
                using var response = await server.PostAsync("/cds-services/test-view/feedback", $$"""{"feedback":[{{string.Join(',', items)}}]}""");
                status = (int)response.StatusCode;
                acknowledged += status == 200 ? 100 : 0;
            }

            Assert.Equal(503, status);
            Assert.InRange(acknowledged, 100, 199_999);
            var report = await StoredFeedback.ReadAsync(new StorageOptions { File = Path.Combine(folder.FullName, "state.db") }, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, default);
            Assert.Equal(acknowledged, report.Lines.Sum(line => line.Answered));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private sealed class StoredServer(string file) : TestServer(new FhirMscOptions { Storage = new StorageOptions { File = file } });
}
