using System.Collections.Frozen;
using FhirMsc.Hooks.State;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FhirMsc.Server.Security;

/// <summary>
/// Checks a client's token in the order of the CDS Hooks best practices: issuer on the list, for this endpoint, in its time, signed with the issuer's key, not used before.
/// What costs least comes first, and a use is remembered only of tokens that are good.
/// </summary>
internal sealed class TokenCheck : IDisposable
{
    private readonly TrustOptions options;
    private readonly IReplayStore uses;
    private readonly TimeProvider time;
    private readonly FrozenDictionary<string, KeyRing> clients;
    private readonly FrozenSet<string> algorithms;
    private readonly JsonWebTokenHandler signatures = new();

    public TokenCheck(TrustOptions options, IKeyFetcher fetcher, IReplayStore uses, TimeProvider time)
    {
        this.options = options;
        this.uses = uses;
        this.time = time;
        clients = options.Clients.ToFrozenDictionary(client => client.Issuer, client => new KeyRing(client, fetcher, options, time), StringComparer.Ordinal);
        algorithms = options.Algorithms.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Checks the token of a request.</summary>
    /// <returns>What is wrong, and the issuer if it is one of ours, which may be logged.</returns>
    /// <exception cref="StoreUnavailableException">Whether the token was used before can't be told, so that it is not accepted.</exception>
    public async ValueTask<(TokenFault Fault, string? Issuer)> CheckAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (token, fault) = TokenReader.Read(request);
        if (token is null)
        {
            return (fault, null);
        }

        if (!clients.TryGetValue(token.Issuer, out var ring))
        {
            return (TokenFault.Issuer, null);
        }

        if (!algorithms.Contains(token.Algorithm))
        {
            return (TokenFault.Algorithm, token.Issuer);
        }

        if (!Audience.Matches(options.BaseUrl!, request, token.Audiences))
        {
            return (TokenFault.Audience, token.Issuer);
        }

        var now = time.GetUtcNow();
        if (token.Expires + options.ClockSkew <= now || token.Expires > now + options.LongestLife + options.ClockSkew || token.NotBefore > now + options.ClockSkew)
        {
            return (TokenFault.Time, token.Issuer);
        }

        var (key, keyFault) = await ring.FindAsync(token, cancellation).ConfigureAwait(false);
        if (key is null)
        {
            return (keyFault, token.Issuer);
        }

        if (!await IsSignedAsync(token, key).ConfigureAwait(false))
        {
            return (TokenFault.Signature, token.Issuer);
        }

        return (await uses.TryUseAsync(token.Issuer, token.Id, token.Expires + options.ClockSkew, cancellation).ConfigureAwait(false) ? TokenFault.None : TokenFault.Replayed, token.Issuer);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var ring in clients.Values)
        {
            ring.Dispose();
        }
    }

    /// <summary>
    /// The claims are checked already, on exactly the bytes that are signed. The algorithm must be one that is trusted and fit the key, also by the key's own <c>alg</c>
    /// (RFC 7517 section 4.4), so that a public key can never serve as a secret.
    /// </summary>
    private async ValueTask<bool> IsSignedAsync(Token token, JsonWebKey key)
    {
        if (!string.IsNullOrEmpty(key.Alg) && key.Alg != token.Algorithm)
        {
            return false;
        }

        var result = await signatures.ValidateTokenAsync(token.Text, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
            RequireSignedTokens = true,
            ValidAlgorithms = [token.Algorithm],
            IssuerSigningKey = key,
            TryAllIssuerSigningKeys = false,
        }).ConfigureAwait(false);
        return result.IsValid;
    }
}
