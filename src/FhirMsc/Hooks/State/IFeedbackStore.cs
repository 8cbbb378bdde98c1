using FhirMsc.Hooks.Feedback;

namespace FhirMsc.Hooks.State;

/// <summary>Keeps feedback.</summary>
public interface IFeedbackStore
{
    /// <summary>Keeps records, all or none. When this returns they outlive the process and the machine's power.</summary>
    /// <exception cref="StoreUnavailableException">None was kept.</exception>
    Task SaveAsync(IReadOnlyList<FeedbackRecord> records, CancellationToken cancellation);

    /// <summary>
    /// Counts cards by service, recommendation, outcome and reason. A card that was reported several times counts once, as it was reported last by the client's own
    /// clock; of two reports with the same time the one that arrived later counts.
    /// </summary>
    /// <param name="from">Beginning of the time of the reports, itself included.</param>
    /// <param name="to">End of it, itself left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The store can't be read.</exception>
    Task<IReadOnlyList<FeedbackTally>> TallyAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation);
}
