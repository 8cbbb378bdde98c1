namespace FhirMsc.Hooks.State;

/// <summary>Remembers which tokens were used, for all servers that share the store, so that none is taken twice.</summary>
public interface IReplayStore
{
    /// <summary>Remembers the use of a token.</summary>
    /// <param name="issuer">The token's <c>iss</c>: identifiers of different issuers do not meet.</param>
    /// <param name="tokenId">The token's <c>jti</c>. The store keeps a digest of the two and neither of them.</param>
    /// <param name="expires">When the token is refused in any case, so that its use may be forgotten.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether this is the first use.</returns>
    /// <exception cref="StoreUnavailableException">It can't be told.</exception>
    Task<bool> TryUseAsync(string issuer, string tokenId, DateTimeOffset expires, CancellationToken cancellation);
}
