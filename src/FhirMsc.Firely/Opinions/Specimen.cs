namespace FhirMsc.Firely.Opinions;

/// <summary>A resource to be judged by both.</summary>
/// <param name="File">File that it comes from.</param>
/// <param name="Damage">What was broken in this copy; <see langword="null"/> for the file as it is.</param>
/// <param name="Json">The resource.</param>
internal sealed record Specimen(string File, string? Damage, byte[] Json)
{
    /// <summary>For people.</summary>
    public override string ToString() => Damage is null ? File : $"{File} ({Damage})";
}
