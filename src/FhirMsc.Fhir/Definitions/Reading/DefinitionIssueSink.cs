using System.Collections.Frozen;
using System.Globalization;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions.Reading;

/// <summary>Reads single values for the readers of definitions and reports those that make no sense.</summary>
internal sealed class DefinitionIssueSink(ICollection<Issue> issues)
{
    public void Report(IssueKind kind, Node at, params ReadOnlySpan<object?> arguments) => issues.Add(kind.At(NodePath.Of(at), at.Position, arguments));

    /// <summary>A code as what it stands for; the default, with an issue, if FHIR has no such code.</summary>
    public T Code<T>(Node node, FrozenDictionary<string, T> table, string what)
        where T : struct
    {
        if (node.Text is { } code && table.TryGetValue(code, out var value))
        {
            return value;
        }

        Report(DefinitionIssues.UnknownCode, node, node.Text, what);
        return default;
    }

    /// <summary>A number from 0 on, written as a number or, as <c>max</c> is, as a string; <c>*</c> if allowed.</summary>
    public int? Count(Node node, string what, bool star = false)
    {
        var text = node.Text;
        if (star && text == "*")
        {
            return int.MaxValue;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Report(DefinitionIssues.Cardinality, node, text, what, star ? ", or *" : string.Empty);
        return null;
    }
}
