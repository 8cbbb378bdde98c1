namespace FhirMsc.Content.Changes;

/// <summary>One step of a path into content.</summary>
/// <param name="Key">The key.</param>
/// <param name="Item">Which item of the list under the key; <see langword="null"/> for the key as such.</param>
internal sealed record ChangeStep(string Key, string? Item)
{
    /// <inheritdoc/>
    public override string ToString() => Item is null ? Key : $"{Key}[{Item}]";
}
