using FhirMsc.Hooks.Feedback;
using FhirMsc.Server.Storage;

namespace FhirMsc.Server.Tests.Storage;

/// <summary>What every store must do. Each test is the same on SQLite and on PostgreSQL.</summary>
internal static class StateContract
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static FeedbackRecord Record(Guid? card, bool accepted, int minute = 0, string? reason = null, string? recommendation = "advise") => new()
    {
        Service = "test-sign",
        Recommendation = recommendation,
        Card = card,
        Accepted = accepted,
        Reason = reason,
        At = Now.AddMinutes(minute),
    };

    /// <summary>The last report by the client's clock counts, whatever the order of arrival; cards without identifier count each.</summary>
    public static async Task A_card_counts_once_as_reported_last(IDatabase database)
    {
        var state = new SqlState(database, TimeProvider.System);
        var (a, b, c) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await state.SaveAsync([Record(a, true, 5), Record(a, false, 3, "trial"), Record(b, false, 1, "trial"), Record(b, false, 2, "other"), Record(c, false)], default);
        await state.SaveAsync([Record(a, true, 4), Record(null, false, 0, null, null), Record(null, false, 0, null, null)], default);

        var report = FeedbackReport.Of(Now, Now.AddDays(1), await state.TallyAsync(Now, Now.AddDays(1), default));

        var unknown = Assert.Single(report.Lines, line => line.Recommendation is null);
        Assert.Equal((2, 0, 2), (unknown.Answered, unknown.Accepted, unknown.Overridden));
        var known = Assert.Single(report.Lines, line => line.Recommendation == "advise");
        Assert.Equal((3, 1, 2), (known.Answered, known.Accepted, known.Overridden));
        Assert.Equal((0.3333m, 0.6667m), (known.AcceptanceRate, known.OverrideRate));
        Assert.Equal([(null, 1), ("other", 1)], known.Reasons);
        Assert.Empty(await state.TallyAsync(Now.AddDays(1), Now.AddDays(2), default));
    }

    public static async Task A_token_is_used_once_by_whoever_comes_first(IDatabase database)
    {
        var state = new SqlState(database, TimeProvider.System);
        var id = Guid.NewGuid().ToString();

        var uses = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => state.TryUseAsync("https://a.example.org", id, Now.AddYears(100), default))));

        Assert.Single(uses, isFirst => isFirst);
        Assert.True(await state.TryUseAsync("https://b.example.org", id, Now.AddYears(100), default));
        Assert.False(await state.TryUseAsync("https://b.example.org", id, Now.AddYears(100), default));
    }

    public static async Task Uses_are_forgotten_an_hour_after_the_end_of_the_token_and_not_before(IDatabase database)
    {
        var clock = new TestClock(Now);
        var state = new SqlState(database, clock);
        var id = Guid.NewGuid().ToString();
        Assert.True(await state.TryUseAsync("i", id, Now.AddMinutes(5), default));
        clock.Now = Now.AddMinutes(64);
        Assert.False(await state.TryUseAsync("i", id, Now.AddMinutes(5), default));

        // A clock that jumps back must not bring a used token back, nor keep the purge from ever running again.
        clock.Now = Now.AddDays(-400);
        Assert.False(await state.TryUseAsync("i", id, Now.AddMinutes(5), default));
        clock.Now = Now.AddMinutes(66);
        Assert.True(await state.TryUseAsync("i", id, Now.AddMinutes(5), default));
    }

    public static async Task Is_ready_when_it_can_write(IDatabase database) => Assert.Null(await new SqlState(database, TimeProvider.System).FaultAsync(default));
}
