namespace FhirMsc.Artifacts.Storage;

/// <summary>Ways in which a directory of generated files can be out of date.</summary>
public enum DriftKind
{
    /// <summary>The file is not there.</summary>
    Missing,

    /// <summary>The file has other bytes.</summary>
    Different,

    /// <summary>The file is of a resource that is no longer generated.</summary>
    Stale,
}
