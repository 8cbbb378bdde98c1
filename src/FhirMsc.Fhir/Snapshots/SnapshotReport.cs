using System.Globalization;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Snapshots;

/// <summary>Collects what is wrong with one differential. A hostile one gets no more than a thousand complaints.</summary>
internal sealed class SnapshotReport
{
    private const int Limit = 1000;

    private readonly List<Issue> issues = [];
    private readonly HashSet<Issue> known = [];

    public IReadOnlyList<Issue> Issues => issues;

    /// <summary>Reports at a property of an element of the differential.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="index">Number of the element.</param>
    /// <param name="property">Name of the property; empty for the whole element.</param>
    /// <param name="arguments">What goes into the text.</param>
    public void Add(IssueKind kind, int index, string property, params ReadOnlySpan<object?> arguments) =>
        AddAt(kind, property.Length == 0 ? PathOf(index) : $"{PathOf(index)}.{property}", arguments);

    /// <summary>The place of an element of the differential.</summary>
    public static string PathOf(int index) => string.Create(CultureInfo.InvariantCulture, $"StructureDefinition.differential.element[{index}]");

    /// <summary>Reports at a place.</summary>
    public void AddAt(IssueKind kind, string path, params ReadOnlySpan<object?> arguments)
    {
        // What is said of the content of all slices is looked at once for each, and wrong once.
        if (issues.Count < Limit && kind.At(path, null, arguments) is var issue && known.Add(issue))
        {
            issues.Add(issue);
        }
    }
}
