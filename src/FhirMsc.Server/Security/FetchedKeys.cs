using Microsoft.IdentityModel.Tokens;

namespace FhirMsc.Server.Security;

/// <summary>
/// The keys behind one address: fetched when first needed, anew when they are old or a <c>kid</c> is not among them ("cache and rotate"), and at most once in a while, so
/// that tokens with made-up ids cannot make this server hammer the client's. When they can't be fetched the old ones serve on for a day. Goes by a clock that cannot jump.
/// </summary>
internal sealed class FetchedKeys(Uri url, IKeyFetcher fetcher, TrustOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LongestAge = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private KeySet? keys;
    private long fetched;
    private long? tried;

    /// <summary>Finds a key.</summary>
    /// <returns>The key if there is one, and whether there are keys at all.</returns>
    public async ValueTask<(JsonWebKey? Key, bool HasKeys)> FindAsync(string kid, CancellationToken cancellation)
    {
        if (Current(options.KeyLife)?.Find(kid) is { } known)
        {
            return (known, true);
        }

        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (Current(options.KeyLife)?.Find(kid) is { } meanwhile)
            {
                return (meanwhile, true);
            }

            if (tried is not { } last || time.GetElapsedTime(last) >= options.BetweenFetches)
            {
                tried = time.GetTimestamp();

                // Whoever asked first may go away; those who wait want the keys all the same.
                if (await fetcher.FetchAsync(url, CancellationToken.None).ConfigureAwait(false) is { } fresh)
                {
                    (fetched, keys) = (time.GetTimestamp(), fresh);
                }
            }

            var usable = Current(LongestAge);
            return (usable?.Find(kid), usable is not null);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private KeySet? Current(TimeSpan age) => Volatile.Read(ref keys) is { } present && time.GetElapsedTime(Volatile.Read(ref fetched)) < age ? present : null;
}
