namespace FhirMsc.Server.Tests;

/// <summary>A clock that says what it is told to.</summary>
internal sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    /// <summary>The clock that cannot jump, in seconds.</summary>
    public long Elapsed { get; set; }

    public override long TimestampFrequency => 1;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Elapsed;
}
