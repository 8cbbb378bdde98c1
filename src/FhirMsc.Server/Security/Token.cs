namespace FhirMsc.Server.Security;

/// <summary>What a client's token says, nothing of it believed yet (https://cds-hooks.hl7.org/2.0/#trusting-cds-clients).</summary>
internal sealed record Token
{
    /// <summary>The whole token in its compact form. Never logged, stored or sent on.</summary>
    public required string Text { get; init; }

    public required string Algorithm { get; init; }

    public required string KeyId { get; init; }

    public required string? KeyUrl { get; init; }

    public required string Issuer { get; init; }

    public required IReadOnlyList<string> Audiences { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public required DateTimeOffset? NotBefore { get; init; }

    public required string Id { get; init; }

    /// <summary>A record prints its members; this one must not.</summary>
    public override string ToString() => nameof(Token);
}
