using System.Text;
using FhirMsc.Hooks.Feedback;

namespace FhirMsc.Tests.Hooks.Feedback;

public class FeedbackReaderTests
{
    [Theory]
    [InlineData("""{"card":"c","outcome":"accepted","acceptedSuggestions":[{"id":"s1"},{"id":"s2"}],"outcomeTimestamp":"2021-05-02T10:05:31Z"}""")]
    [InlineData("""{"card":"c","outcome":"overridden","outcomeTimestamp":"2021-05-02T10:05:31.482Z"}""")]
    [InlineData("""{"card":"c","outcome":"overridden","outcomeTimestamp":"2021-05-02t10:05:31z","overrideReason":{"userComment":"In a trial"}}""")]
    [InlineData("""{"card":"c","outcome":"overridden","outcomeTimestamp":"2021-05-02T10:05:31+00:00","overrideReason":{"reason":{"code":"trial","system":"https://example.org/reasons"},"userComment":""}}""")]
    [InlineData("""{"card":"c","outcome":"overridden","outcomeTimestamp":"2021-05-02T10:05:31Z","overrideReason":{},"extension":{"a":{}}}""")]
    public void Takes_every_legal_form(string item)
    {
        var read = FeedbackReader.Read(Body(item, item));

        Assert.Empty(read.Issues);
        Assert.Equal(2, read.Items.Count);
    }

    [Theory]
    [InlineData("2021-05-02T10:05:31.482Z", "2021-05-02T10:05:31.4820000Z")]
    [InlineData("2021-05-02T12:05:31+02:00", "2021-05-02T10:05:31.0000000Z")]
    [InlineData("2021-05-02t10:05:31.123456789z", "2021-05-02T10:05:31.1234567Z")]
    [InlineData("2021-05-02T10:05:31-00:00", "2021-05-02T10:05:31.0000000Z")]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59.9999999Z")]
    [InlineData("2021-05-02T10:05:31", null)]
    [InlineData("2021-05-02", null)]
    [InlineData("2021-02-30T10:05:31Z", null)]
    [InlineData("2021-05-02T25:05:31Z", null)]
    [InlineData("2021-05-02 10:05:31Z", null)]
    [InlineData("2021-05-02T10:05:31Z\\n", null)]
    public void An_instant_has_a_zone_and_becomes_utc(string text, string? instant)
    {
        var read = FeedbackReader.Read(Body($$"""{"card":"c","outcome":"overridden","outcomeTimestamp":"{{text}}"}"""));

        Assert.Equal(instant, read.Items.SingleOrDefault()?.At.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(instant is null ? 1 : 0, read.Issues.Count);
    }

    [Fact]
    public void Reads_what_became_of_a_card()
    {
        var item = Assert.Single(FeedbackReader.Read(Body("""{"card":"c","outcome":"accepted","acceptedSuggestions":[{"id":"s1"}],"outcomeTimestamp":"2021-05-02T10:05:31Z"}""")).Items);

        Assert.True(item.Accepted);
        Assert.Equal("c", item.Card);
        Assert.Equal(["s1"], item.Suggestions);
    }

    [Theory]
    [InlineData("""{"outcome":"overridden","outcomeTimestamp":"2021-05-02T10:05:31Z"}""", "feedback[0].card")]
    [InlineData("""{"card":"c","outcomeTimestamp":"2021-05-02T10:05:31Z"}""", "feedback[0].outcome")]
    [InlineData("""{"card":"c","outcome":"ignored","outcomeTimestamp":"2021-05-02T10:05:31Z"}""", "feedback[0].outcome")]
    [InlineData("""{"card":"c","outcome":"overridden"}""", "feedback[0].outcomeTimestamp")]
    [InlineData("""{"card":"c","outcome":"overridden","outcomeTimestamp":"2021-05-02T10:05:31"}""", "feedback[0].outcomeTimestamp")]
    [InlineData("""{"card":"c","outcome":"overridden","outcomeTimestamp":"2021-02-30T10:05:31Z"}""", "feedback[0].outcomeTimestamp")]
    [InlineData("""{"card":"c","outcome":"overridden","outcomeTimestamp":"2021-05-02"}""", "feedback[0].outcomeTimestamp")]
    [InlineData("""{"card":"c","outcome":"accepted","outcomeTimestamp":"2021-05-02T10:05:31Z"}""", "feedback[0].acceptedSuggestions")]
    [InlineData("""{"card":"c","outcome":"accepted","acceptedSuggestions":[],"outcomeTimestamp":"2021-05-02T10:05:31Z"}""", "feedback[0].acceptedSuggestions")]
    [InlineData("""{"card":"c","outcome":"accepted","acceptedSuggestions":[{}],"outcomeTimestamp":"2021-05-02T10:05:31Z"}""", "feedback[0].acceptedSuggestions[0].id")]
    [InlineData("""{"card":"c","outcome":"accepted","acceptedSuggestions":["s1"],"outcomeTimestamp":"2021-05-02T10:05:31Z"}""", "feedback[0].acceptedSuggestions[0]")]
    [InlineData("""{"card":"c","outcome":"overridden","outcomeTimestamp":"2021-05-02T10:05:31Z","overrideReason":"x"}""", "feedback[0].overrideReason")]
    [InlineData("""{"card":"c","outcome":"overridden","outcomeTimestamp":"2021-05-02T10:05:31Z","overrideReason":{"reason":{}}}""", "feedback[0].overrideReason.reason.code")]
    [InlineData("""{"card":"c","outcome":"overridden","outcomeTimestamp":"2021-05-02T10:05:31Z","overrideReason":{"userComment":5}}""", "feedback[0].overrideReason.userComment")]
    [InlineData("\"c\"", "feedback[0]")]
    public void Refuses_what_is_not_legal(string item, string path)
    {
        var read = FeedbackReader.Read(Body(item));

        Assert.Equal(path, Assert.Single(read.Issues).Path);
        Assert.Empty(read.Items);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"feedback":{}}""")]
    [InlineData("""{"feedback":null}""")]
    [InlineData("[]")]
    public void Refuses_a_body_without_feedback(string body) => Assert.Single(FeedbackReader.Read(Encoding.UTF8.GetBytes(body)).Issues);

    private static byte[] Body(params string[] items) => Encoding.UTF8.GetBytes($$"""{"feedback":[{{string.Join(',', items)}}]}""");
}
