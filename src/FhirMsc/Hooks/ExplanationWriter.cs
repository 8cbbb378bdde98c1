using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FhirMsc.Decisions.Tracing;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Hooks;

/// <summary>Puts the reasons for an answer beside it.</summary>
public static class ExplanationWriter
{
    /// <summary>"Extension names SHOULD be globally unique", in reverse-DNS form; the value is an object (https://cds-hooks.hl7.org/2.0/#extensions).</summary>
    private const string Extension = "org.fhirmsc.explanation";

    /// <summary>Writes the member <c>extension</c> of a response.</summary>
    public static void WriteExtension(HookAnswer answer, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject("extension");
        json.WritePropertyName(Extension);
        TraceWriter.WriteJson(answer.Plan, json);
        json.WriteEndObject();
    }

    /// <summary>Writes the reasons as text.</summary>
    public static void WriteText(HookAnswer answer, IBufferWriter<byte> output) => output.Write(Encoding.UTF8.GetBytes(Text(answer)));

    /// <summary>The reasons as a further issue, for answers that are an OperationOutcome.</summary>
    public static Issue AsIssue(HookAnswer answer) => HookIssues.Explanation.At(string.Empty, null, Text(answer));

    private static string Text(HookAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        TraceWriter.WriteText(answer.Plan, text);
        return text.ToString();
    }
}
