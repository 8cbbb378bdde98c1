using System.Globalization;
using System.Text.RegularExpressions;

namespace FhirMsc.Fhir.Issues;

/// <summary>
/// One thing that can be wrong: an entry of the catalogue. Its <see cref="Id"/> is stable for ever, so that baselines,
/// dashboards and tests can name it; its text may be improved.
/// </summary>
/// <param name="Id">Stable identifier, lower-case words joined by hyphens with the room in front, e.g. <c>json-duplicate-key</c>.</param>
/// <param name="Severity">The severity unless whoever reports it says otherwise.</param>
/// <param name="OutcomeCode">Code of FHIR's required value set <c>issue-type</c> for <c>OperationOutcome.issue.code</c>.</param>
/// <param name="Text">The text with <c>{0}</c>-style places; says what is wrong and what to do.</param>
public sealed partial record IssueKind(string Id, Severity Severity, string OutcomeCode, string Text)
{
    /// <summary>The text with an ellipsis for each place that an issue fills in: what this kind says in general.</summary>
    public string Pattern => PlaceHolder().Replace(Text, "…");

    /// <summary>Makes the issue that reports this kind at a place.</summary>
    /// <param name="path">FHIRPath (or, for other inputs, the key path) of the element at fault; empty for the whole document.</param>
    /// <param name="position">Where that is in the source; <see langword="null"/> if the source is not text.</param>
    /// <param name="arguments">What goes into the places of <see cref="Text"/>.</param>
    public Issue At(string path, SourcePosition? position, params ReadOnlySpan<object?> arguments) =>
        new(this, Severity, path, position, string.Format(CultureInfo.InvariantCulture, Text, arguments));

    [GeneratedRegex(@"\{\d+[^{}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceHolder();
}
