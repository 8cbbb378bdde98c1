namespace FhirMsc.Fhir.Issues;

/// <summary>One finding: bad data is a value, not an exception. Everything that can be wrong is in the catalogue of <see cref="IssueKind"/>s.</summary>
/// <param name="Kind">What is wrong, from the catalogue.</param>
/// <param name="Severity">How bad it is here.</param>
/// <param name="Path">FHIRPath (or key path) of the element at fault; empty for the whole document.</param>
/// <param name="Position">Where that is in the source, if known.</param>
/// <param name="Text">The filled-in text for people. Never holds patient data beyond element names and codes.</param>
public sealed record Issue(IssueKind Kind, Severity Severity, string Path, SourcePosition? Position, string Text)
{
    /// <summary>Canonical URL of the profile that states the rule; <see langword="null"/> for rules of the base specification.</summary>
    public string? Profile { get; init; }

    /// <summary>Stable name of the rule in particular: the key of an invariant (<c>dom-3</c>), the id of a slice or element; <see langword="null"/> if the kind says it all.</summary>
    public string? Rule { get; init; }

    /// <summary>What would mend it, in words, where that is obvious; <see langword="null"/> otherwise.</summary>
    public string? Fix { get; init; }

    /// <summary>Whether this finding makes the input unacceptable.</summary>
    public bool IsError => Severity is Severity.Fatal or Severity.Error;

    /// <summary><c>file:line:column severity code path: text</c>.</summary>
    public override string ToString()
    {
        var place = Position is { } p ? $"{p} " : string.Empty;
        var path = Path.Length == 0 ? string.Empty : $" {Path}";
        return $"{place}{Severity.ToString().ToLowerInvariant()} {Kind.Id}{path}: {Text}";
    }
}
