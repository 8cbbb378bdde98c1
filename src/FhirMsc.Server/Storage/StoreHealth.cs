using FhirMsc.Hooks.State;

namespace FhirMsc.Server.Storage;

/// <summary>Asks the store whether it would keep something, at most once a second however many ask, because asking means writing.</summary>
internal sealed class StoreHealth(IEnumerable<IStoreCheck> stores, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private long? asked;
    private string? fault;

    /// <summary>Why the store would keep nothing, in words without data; <see langword="null"/> if all is well or there is no store.</summary>
    public async ValueTask<string?> FaultAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (asked is not { } last || time.GetElapsedTime(last) >= Age)
            {
                fault = null;
                foreach (var store in stores)
                {
                    fault ??= await store.FaultAsync(CancellationToken.None).ConfigureAwait(false);
                }

                asked = time.GetTimestamp();
            }

            return fault;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
