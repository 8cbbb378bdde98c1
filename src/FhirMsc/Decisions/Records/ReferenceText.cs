namespace FhirMsc.Decisions.Records;

/// <summary>Takes a literal reference apart (https://hl7.org/fhir/R4/references.html#literal).</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Id">Logical id.</param>
internal readonly record struct ReferenceText(string Type, string Id)
{
    /// <summary>Reads <c>Type/id</c>, with a base in front or not, with a version behind or not.</summary>
    /// <returns><see langword="null"/> for fragments, URNs and what names no type.</returns>
    public static ReferenceText? Parse(string reference)
    {
        if (reference.StartsWith('#') || reference.StartsWith("urn:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var history = reference.IndexOf("/_history/", StringComparison.Ordinal);
        var path = history < 0 ? reference.AsSpan() : reference.AsSpan(0, history);
        var slash = path.LastIndexOf('/');
        if (slash <= 0 || slash == path.Length - 1)
        {
            return null;
        }

        var id = path[(slash + 1)..];
        var type = path[..slash];
        type = type[(type.LastIndexOf('/') + 1)..];
        return type.Length > 0 && char.IsAsciiLetterUpper(type[0]) ? new ReferenceText(type.ToString(), id.ToString()) : null;
    }
}
