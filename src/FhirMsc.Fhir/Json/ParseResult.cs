using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Json;

/// <summary>What came of reading a text: a tree, and everything found wrong on the way.</summary>
/// <param name="Tree">The tree; <see langword="null"/> after a fatal issue, when there is nothing to go on with.</param>
/// <param name="Issues">All issues in the order of the text.</param>
public sealed record ParseResult(NodeTree? Tree, IReadOnlyList<Issue> Issues)
{
    /// <summary>Whether there is a tree and no error.</summary>
    public bool IsClean => Tree is not null && !Issues.Any(issue => issue.IsError);
}
