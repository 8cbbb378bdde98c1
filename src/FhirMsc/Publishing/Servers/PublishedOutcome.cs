namespace FhirMsc.Publishing.Servers;

/// <summary>What became of one artifact.</summary>
public enum PublishedOutcome
{
    /// <summary>It is there and was not before.</summary>
    Created,

    /// <summary>It was there with other content.</summary>
    Updated,

    /// <summary>It was there as it is: nothing was written.</summary>
    Unchanged,

    /// <summary>With <c>--dry-run</c>: it would be written.</summary>
    WouldWrite,

    /// <summary>The server did not take it.</summary>
    Refused,

    /// <summary>The server said that it took it, and gives something else back.</summary>
    Altered,
}
