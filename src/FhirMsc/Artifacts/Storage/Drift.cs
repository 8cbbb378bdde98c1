namespace FhirMsc.Artifacts.Storage;

/// <summary>A generated file that is not what the content gives.</summary>
/// <param name="FileName">Name in the directory.</param>
/// <param name="Kind">In what way.</param>
public sealed record Drift(string FileName, DriftKind Kind)
{
    /// <summary>Name and kind.</summary>
    public override string ToString() => $"{FileName}: {Kind switch
    {
        DriftKind.Missing => "missing",
        DriftKind.Different => "differs from what the content gives",
        _ => "no longer generated",
    }}";
}
