namespace FhirMsc.Content.Reading.Maps;

/// <summary>What a key holds, as the JSON Schema for editors must say it too.</summary>
/// <param name="Kind">What the key's value is.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Of">For maps and lists of maps the kind of map, for choices the allowed words joined by <c>|</c>.</param>
internal sealed record KeyShape(KeyKind Kind, bool Required, string? Of = null);
