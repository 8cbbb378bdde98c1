namespace FhirMsc.Server.Security;

/// <summary>A CDS client whose tokens are taken. Its keys are agreed on out of band (a JWK Set here, or in a file) or fetched from addresses that are named here.</summary>
public sealed record TrustedClient
{
    /// <summary>The client's <c>iss</c>, compared exactly.</summary>
    public required string Issuer { get; init; }

    /// <summary>Addresses that its tokens may name as <c>jku</c>, compared exactly. No other address is ever fetched, whatever a token says.</summary>
    public IReadOnlyList<string> KeyUrls { get; init; } = [];

    /// <summary>File with its JWK Set (RFC 7517), for tokens without <c>jku</c>; read again whenever it changes, so that keys can be rotated without a restart.</summary>
    public string? KeysFile { get; init; }

    /// <summary>Its JWK Set itself, for tokens without <c>jku</c>.</summary>
    public string? Keys { get; init; }
}
