namespace FhirMsc.Server.Security;

/// <summary>
/// Whom the CDS Hooks endpoints answer (https://cds-hooks.hl7.org/2.0/#trusting-cds-clients). With clients listed, every call needs a token of one of them. Without, only
/// callers on this machine are answered, unless <see cref="Open"/> says otherwise.
/// </summary>
public sealed record TrustOptions
{
    /// <summary>Whether everybody is answered without a token. Said at every start.</summary>
    public bool Open { get; init; }

    /// <summary>
    /// The base URL that clients call, as they see it, e.g. <c>https://cds.example.org/msc</c>: a token's <c>aud</c> must be the URL of the endpoint called, and behind a reverse
    /// proxy nobody here can know that. Needed with clients.
    /// </summary>
    public string? BaseUrl { get; init; }

    /// <summary>The clients.</summary>
    public IReadOnlyList<TrustedClient> Clients { get; init; } = [];

    /// <summary>
    /// Signing algorithms (RFC 7518 section 3) that are taken. "ES384 and RS384 are RECOMMENDED"; <c>none</c> and the symmetric ones (HS*) can't be listed.
    /// </summary>
    public IReadOnlyList<string> Algorithms { get; init; } = ["ES384", "RS384"];

    /// <summary>How far clocks may differ.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest time from now to a token's <c>exp</c>. Its use must be remembered as long.</summary>
    public TimeSpan LongestLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long fetched keys are used before they are fetched anew. An unknown <c>kid</c> fetches them at once, though at most once in <see cref="BetweenFetches"/>.</summary>
    public TimeSpan KeyLife { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Shortest time between two fetches from one address, so that nobody can make this server hammer a client's.</summary>
    public TimeSpan BetweenFetches { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether calls need a token.</summary>
    internal bool NeedsToken => Clients.Count > 0 && !Open;

    /// <summary>One sentence for whoever starts the server: who is answered.</summary>
    public string InWords() => this switch
    {
        { Open: true } => "Open: whoever reaches this address is answered, without a token. Put TLS in front.",
        { Clients.Count: > 0 } => $"Answered are clients with a token of: {string.Join(", ", Clients.Select(client => client.Issuer))}.",
        _ => "Open on this machine only: callers on it are answered, without a token; others, and those behind a proxy that says so, are refused.",
    };
}
