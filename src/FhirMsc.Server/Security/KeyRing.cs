using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace FhirMsc.Server.Security;

/// <summary>All keys of one client.</summary>
internal sealed class KeyRing : IDisposable
{
    private readonly FrozenDictionary<string, FetchedKeys> byUrl;
    private readonly AgreedKeys agreed;

    public KeyRing(TrustedClient client, IKeyFetcher fetcher, TrustOptions options, TimeProvider time)
    {
        byUrl = client.KeyUrls.Distinct(StringComparer.Ordinal).ToFrozenDictionary(url => url, url => new FetchedKeys(new Uri(url), fetcher, options, time), StringComparer.Ordinal);
        agreed = new AgreedKeys(client);
    }

    /// <summary>
    /// The key of a token: of the set at its <c>jku</c>, if that address is on the client's list (no other is ever fetched); without <c>jku</c> "the JWK Set … SHALL be
    /// shared out of band".
    /// </summary>
    public async ValueTask<(JsonWebKey? Key, TokenFault Fault)> FindAsync(Token token, CancellationToken cancellation)
    {
        if (token.KeyUrl is null)
        {
            return agreed.Find(token.KeyId) is { } key ? (key, TokenFault.None) : (null, TokenFault.Key);
        }

        if (!byUrl.TryGetValue(token.KeyUrl, out var fetched))
        {
            return (null, TokenFault.KeyUrl);
        }

        var (found, hasKeys) = await fetched.FindAsync(token.KeyId, cancellation).ConfigureAwait(false);
        return found is not null ? (found, TokenFault.None) : (null, hasKeys ? TokenFault.Key : TokenFault.KeysUnavailable);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var keys in byUrl.Values)
        {
            keys.Dispose();
        }
    }
}
