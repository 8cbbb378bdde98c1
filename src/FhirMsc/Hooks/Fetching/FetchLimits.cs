namespace FhirMsc.Hooks.Fetching;

/// <summary>How far fetching for one hook call may go. EHRs wait half a second gladly and five seconds at most.</summary>
public sealed record FetchLimits
{
    /// <summary>Time for everything that is fetched for one call.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often the plan is applied again with what was fetched: data, then what it refers to, then what that refers to.</summary>
    public int Rounds { get; init; } = 3;

    /// <summary>Pages of one search.</summary>
    public int Pages { get; init; } = 10;

    /// <summary>References followed in one call.</summary>
    public int References { get; init; } = 20;

    /// <summary>Requests at once for one call.</summary>
    public int Parallel { get; init; } = 6;

    /// <summary>Bytes of one response.</summary>
    public int ResponseBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Tries of one request, the first included; only what may pass by itself is tried again.</summary>
    public int Tries { get; init; } = 2;
}
