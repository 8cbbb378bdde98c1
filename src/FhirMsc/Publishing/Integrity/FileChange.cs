namespace FhirMsc.Publishing.Integrity;

/// <summary>A file that is not as the manifest says.</summary>
/// <param name="Path">Its path below the folder, with slashes.</param>
/// <param name="Kind">What is the matter.</param>
public sealed record FileChange(string Path, FileChangeKind Kind)
{
    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        FileChangeKind.Added => $"{Path}: is not in the manifest",
        FileChangeKind.Missing => $"{Path}: is missing",
        _ => $"{Path}: was changed",
    };
}
