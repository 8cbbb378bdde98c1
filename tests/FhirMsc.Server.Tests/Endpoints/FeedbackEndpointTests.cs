using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace FhirMsc.Server.Tests.Endpoints;

public class FeedbackEndpointTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Accepted = """{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"accepted","acceptedSuggestions":[{"id":"e56e1945-20b3-4393-8503-a1a20fd73152"}],"outcomeTimestamp":"2021-05-02T10:05:31.482Z"}""";
    private const string Overridden = """{"card":"4e0a3a1e-3283-4575-ab82-028d55fe2719","outcome":"overridden","outcomeTimestamp":"2021-05-02T10:05:31Z","overrideReason":{"reason":{"system":"https://example.org/reasons","code":"trial"},"userComment":"JaneDoe"}}""";

    [Fact]
    public async Task Takes_feedback_and_counts_it()
    {
        var counted = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                // Other servers of this test run have meters of the same name.
                if (instrument.Meter.Name == "FhirMsc" && ReferenceEquals(instrument.Meter.Scope, server.Services.GetRequiredService<IMeterFactory>()))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted.Add($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}"));
        listener.Start();

        using var response = await server.PostAsync("/cds-services/test-view/feedback", $$"""{"feedback":[{{Accepted}},{{Overridden}},{{Accepted}}]}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(["fhirmsc.feedback 1 test-view accepted", "fhirmsc.feedback 1 test-view overridden", "fhirmsc.feedback 1 test-view accepted"], counted);
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("JaneDoe", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"feedback":[{"card":"JaneDoe","outcome":"accepted","outcomeTimestamp":"2021-05-02T10:05:31Z"}]}""")]
    [InlineData("""{"feedback":[{"card":"JaneDoe","outcome":"JaneDoe","outcomeTimestamp":"JaneDoe"}]}""")]
    public async Task Refuses_what_is_not_legal(string body)
    {
        using var response = await server.PostAsync("/cds-services/test-view/feedback", body);

        await Bodies.ReadRefusalAsync(response, 400, "JaneDoe");
    }
}
