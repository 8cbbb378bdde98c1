using FhirMsc.Hooks.Feedback;
using FhirMsc.Hooks.State;

namespace FhirMsc.Server.Storage;

/// <summary>Reads kept feedback without a server, even while one is running on the same state.</summary>
public static class StoredFeedback
{
    /// <summary>Sums up a period.</summary>
    /// <param name="storage">Where the feedback lies.</param>
    /// <param name="from">Beginning of the period, itself included.</param>
    /// <param name="to">End of the period, itself left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">It can't be read, or there is none.</exception>
    public static async Task<FeedbackReport> ReadAsync(StorageOptions storage, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(storage);
        if (storage.Postgres is null && !File.Exists(storage.File))
        {
            throw new StoreUnavailableException($"there is no file '{storage.File}'", null);
        }

        await using var database = storage.Open()!;
        return FeedbackReport.Of(from, to, await new SqlState(database, TimeProvider.System).TallyAsync(from, to, cancellation).ConfigureAwait(false));
    }
}
