namespace FhirMsc.Hooks.State;

/// <summary>The store cannot do what it was asked for: the disk is full, the database is gone, or it does not answer. Nothing was kept.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="reason">Why, in words that hold no data of a call and no address.</param>
    /// <param name="inner">What the database driver said; its message may quote data and is not to be logged.</param>
    public StoreUnavailableException(string reason, Exception? inner)
        : base(reason, inner)
    {
    }
}
