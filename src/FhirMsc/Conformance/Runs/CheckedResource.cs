namespace FhirMsc.Conformance.Runs;

/// <summary>One resource that was checked: the one in a text, or one that is an entry of the Bundle in the text.</summary>
public sealed record CheckedResource
{
    /// <summary>Resource type; <see langword="null"/> if nothing says it.</summary>
    public required string? ResourceType { get; init; }

    /// <summary>Logical id, if it has one.</summary>
    public required string? Id { get; init; }

    /// <summary>Number of the Bundle's entry, from 0; <see langword="null"/> for the outermost resource.</summary>
    public int? Entry { get; init; }

    /// <summary>The entry's <c>fullUrl</c>, if it has one.</summary>
    public string? FullUrl { get; init; }

    /// <summary>Line in the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>What was found, in the order of the resource. Of a Bundle, without what is in the resources of its entries.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary><c>Type/id</c>, or what of it is known.</summary>
    public string Reference => Id is null ? ResourceType ?? "no resource" : $"{ResourceType}/{Id}";

    /// <summary>What tells it apart in its text: <c>entry 3 Patient/x (urn:uuid:…)</c>, or just the reference.</summary>
    public string Label => Entry is not { } number ? Reference : $"entry {number} {Reference}{(FullUrl is null ? string.Empty : $" ({FullUrl})")}";
}
