namespace FhirMsc.Publishing.Integrity;

/// <summary>How a file differs from the manifest.</summary>
public enum FileChangeKind
{
    /// <summary>Other bytes.</summary>
    Changed,

    /// <summary>Not there any more.</summary>
    Missing,

    /// <summary>Not named in the manifest.</summary>
    Added,
}
