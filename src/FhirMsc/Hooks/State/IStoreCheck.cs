namespace FhirMsc.Hooks.State;

/// <summary>Tells whether the store would keep something now.</summary>
public interface IStoreCheck
{
    /// <summary>Tries a write that leaves nothing behind.</summary>
    /// <returns><see langword="null"/> if it works, else why not, in words that hold no address.</returns>
    Task<string?> FaultAsync(CancellationToken cancellation);
}
