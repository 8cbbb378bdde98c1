using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FhirMsc.Fhir.Issues;

/// <summary>
/// Writes issues as an OperationOutcome (https://hl7.org/fhir/R4/operationoutcome.html), in a form that R4, R4B and R5 share: <c>details.text</c> says
/// what is wrong, <c>diagnostics</c> holds the stable id of the kind and the position, <c>expression</c> the path.
/// </summary>
public static class OperationOutcomeWriter
{
    /// <summary>Writes one OperationOutcome as compact JSON. An empty list becomes one issue that says so, because the resource needs at least one.</summary>
    /// <param name="issues">What was found, in the order to be written.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<Issue> issues, IBufferWriter<byte> output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Write(issues, json);
    }

    /// <summary>Writes one OperationOutcome as the next value of a JSON text.</summary>
    /// <inheritdoc cref="Write(IEnumerable{Issue}, IBufferWriter{byte})"/>
    public static void Write(IEnumerable<Issue> issues, Utf8JsonWriter output)
    {
        ArgumentNullException.ThrowIfNull(issues);
        ArgumentNullException.ThrowIfNull(output);
        output.WriteStartObject();
        output.WriteString("resourceType", "OperationOutcome");
        output.WriteStartArray("issue");
        var any = false;
        foreach (var issue in issues)
        {
            any = true;
            WriteIssue(issue, output);
        }

        if (!any)
        {
            output.WriteStartObject();
            output.WriteString("severity", "information");
            output.WriteString("code", "informational");
            output.WriteStartObject("details");
            output.WriteString("text", "Nothing was found to be wrong.");
            output.WriteEndObject();
            output.WriteEndObject();
        }

        output.WriteEndArray();
        output.WriteEndObject();
    }

    private static void WriteIssue(Issue issue, Utf8JsonWriter output)
    {
        output.WriteStartObject();
        output.WriteString("severity", CodeOf(issue.Severity));
        output.WriteString("code", issue.Kind.OutcomeCode);
        output.WriteStartObject("details");
        output.WriteString("text", issue.Text);
        output.WriteEndObject();
        output.WriteString("diagnostics", issue.Position is { } position ? $"{issue.Kind.Id} at {position}" : issue.Kind.Id);
        if (issue.Path.Length > 0)
        {
            output.WriteStartArray("expression");
            output.WriteStringValue(issue.Path);
            output.WriteEndArray();
        }

        output.WriteEndObject();
    }

    private static string CodeOf(Severity severity) => severity switch
    {
        Severity.Fatal => "fatal",
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "information",
    };
}
