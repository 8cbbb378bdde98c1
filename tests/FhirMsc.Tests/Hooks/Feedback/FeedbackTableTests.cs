using FhirMsc.Hooks.Feedback;

namespace FhirMsc.Tests.Hooks.Feedback;

public class FeedbackTableTests
{
    private static readonly FeedbackReport Report = FeedbackReport.Of(
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero),
        [
            new("sign", "advise", true, null, 30),
            new("sign", "advise", false, "trial", 8),
            new("sign", "advise", false, null, 2),
            new("view", "a,\"b\"", true, null, 1),
            new("view", null, false, "=SUM(1)", 3),
        ]);

    [Fact]
    public void Text_has_rates_by_recommendation_and_reason()
    {
        using var output = new StringWriter { NewLine = "\n" };
        FeedbackTable.WriteText(Report, output);

        var lines = output.ToString().Split('\n');
        Assert.StartsWith("Feedback from 2026-01-01T00:00:00Z to 2026-02-01T00:00:00Z.", lines[0], StringComparison.Ordinal);
        Assert.Matches(@"^sign +advise +40 +30 \(75\.0 %\) +10 \(25\.0 %\) +trial 8 \(20\.0 %\)$", lines[2]);
        Assert.Matches(@"^ +\(no reason\) 2 \(5\.0 %\)$", lines[3]);
    }

    [Fact]
    public void Csv_quotes_and_defuses_formulas()
    {
        using var output = new StringWriter();
        FeedbackTable.WriteCsv(Report, output);

        Assert.Equal(
            "service,recommendation,answered,accepted,acceptance_rate,overridden,override_rate,reason,reason_count,reason_rate\r\n"
            + "sign,advise,40,30,0.75,10,0.25,trial,8,0.2\r\nsign,advise,40,30,0.75,10,0.25,(no reason),2,0.05\r\n"
            + "view,(unknown card),3,0,0,3,1,'=SUM(1),3,1\r\nview,\"a,\"\"b\"\"\",1,1,1,0,0,,0,0\r\n",
            output.ToString());
    }

    [Fact]
    public void No_feedback_is_said_and_not_a_rate_of_nothing()
    {
        using var output = new StringWriter { NewLine = "\n" };
        FeedbackTable.WriteText(FeedbackReport.Of(Report.From, Report.To, []), output);

        Assert.EndsWith("There is none.\n", output.ToString(), StringComparison.Ordinal);
    }
}
