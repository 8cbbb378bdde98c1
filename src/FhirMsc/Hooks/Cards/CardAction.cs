namespace FhirMsc.Hooks.Cards;

/// <summary>One action of a suggestion (https://cds-hooks.hl7.org/2.0/#action).</summary>
/// <param name="Type">What it does.</param>
/// <param name="Description">What it does, for a person.</param>
/// <param name="ResourceId">For a delete: relative reference, <c>Type/id</c>, to a resource of the call; <see langword="null"/> otherwise.</param>
/// <param name="Resource">For a create or an update: the whole resource as JSON; empty for a delete.</param>
public sealed record CardAction(CardActionType Type, string Description, string? ResourceId, ReadOnlyMemory<byte> Resource)
{
    /// <summary>Deletes a resource of the call.</summary>
    public static CardAction Delete(string description, string resourceId) => new(CardActionType.Delete, description, resourceId, default);

    /// <summary>No resource in a log.</summary>
    public override string ToString() => Type.ToString();
}
