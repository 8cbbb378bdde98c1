using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FhirMsc.Fhir.Issues;

/// <summary>
/// Writes issues as an OperationOutcome (https://hl7.org/fhir/R4/operationoutcome.html), in a form that R4, R4B and R5 share: <c>details.text</c> says
/// what is wrong, <c>diagnostics</c> holds the stable id of the kind and the position, <c>expression</c> the path.
/// </summary>
public static class OperationOutcomeWriter
{
    private const string Extensions = "http://hl7.org/fhir/StructureDefinition/";

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
        WriteStart(output);
        var any = false;
        foreach (var issue in issues)
        {
            any = true;
            WriteIssue(issue, output, issue.Position?.Source, []);
        }

        if (!any)
        {
            WriteNothingFound(output, null);
        }

        WriteEnd(output);
    }

    /// <summary>Writes the start of an OperationOutcome, up to its first issue, for outcomes too long to be held.</summary>
    public static void WriteStart(Utf8JsonWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteStartObject();
        output.WriteString("resourceType", "OperationOutcome");
        output.WriteStartArray("issue");
    }

    /// <summary>Writes one issue of an OperationOutcome that was started.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="output">Where to.</param>
    /// <param name="file">The file it is in, as readers of the outcome know it; <see langword="null"/> if there is none.</param>
    /// <param name="notes">More to be said of it in <c>diagnostics</c>.</param>
    public static void WriteIssue(Issue issue, Utf8JsonWriter output, string? file, IReadOnlyList<string> notes)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(notes);
        output.WriteStartObject();
        output.WriteStartArray("extension");
        WriteExtension(output, "operationoutcome-message-id", issue.Kind.Id);
        if (file is not null)
        {
            WriteExtension(output, "operationoutcome-file", file);
        }

        if (issue.Position is { } at)
        {
            // The pack gives the line as an integer and the column as a string.
            output.WriteStartObject();
            output.WriteString("url", Extensions + "operationoutcome-issue-line");
            output.WriteNumber("valueInteger", at.Line);
            output.WriteEndObject();
            WriteExtension(output, "operationoutcome-issue-col", at.Column.ToString(CultureInfo.InvariantCulture));
        }

        output.WriteEndArray();
        output.WriteString("severity", CodeOf(issue.Severity));
        output.WriteString("code", issue.Kind.OutcomeCode);
        output.WriteStartObject("details");
        output.WriteString("text", issue.Text);
        output.WriteEndObject();
        output.WriteString("diagnostics", string.Join("; ", notes.Prepend(issue.Position is { } position ? $"{issue.Kind.Id} at {position}" : issue.Kind.Id)));
        if (issue.Path.Length > 0)
        {
            output.WriteStartArray("expression");
            output.WriteStringValue(issue.Path);
            output.WriteEndArray();
        }

        output.WriteEndObject();
    }

    /// <summary>Writes the one issue of an outcome that has none, because the resource needs at least one.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="about">What was looked at, in a sentence; <see langword="null"/> if nobody needs to be told.</param>
    public static void WriteNothingFound(Utf8JsonWriter output, string? about)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteStartObject();
        output.WriteString("severity", "information");
        output.WriteString("code", "informational");
        output.WriteStartObject("details");
        output.WriteString("text", about is null ? "Nothing was found to be wrong." : $"Nothing was found to be wrong. {about}");
        output.WriteEndObject();
        output.WriteEndObject();
    }

    /// <summary>Writes the end of an OperationOutcome.</summary>
    public static void WriteEnd(Utf8JsonWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteEndArray();
        output.WriteEndObject();
    }

    private static void WriteExtension(Utf8JsonWriter output, string name, string value)
    {
        output.WriteStartObject();
        output.WriteString("url", Extensions + name);
        output.WriteString("valueString", value);
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
