namespace FhirMsc.Content.Import.Drafts;

/// <summary>A list.</summary>
internal sealed class DraftList(IEnumerable<DraftNode> items) : DraftNode
{
    /// <summary>Its items.</summary>
    public List<DraftNode> Items { get; } = [.. items];
}
