using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FhirMsc.Hooks.Feedback;

/// <summary>
/// A feedback report as a MeasureReport of FHIR R4 (https://hl7.org/fhir/R4/measurereport.html), with the Measure that it reports on contained in it. A group is a
/// recommendation: denominator are the answered cards, numerator the accepted ones, the stratifier is the reason.
/// </summary>
public static class FeedbackMeasure
{
    private const string Populations = "http://terminology.hl7.org/CodeSystem/measure-population";

    /// <summary>Writes it as indented JSON.</summary>
    public static void Write(FeedbackReport report, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("resourceType", "MeasureReport");
        json.WriteStartArray("contained");
        WriteMeasure(json, report);
        json.WriteEndArray();
        json.WriteString("status", "complete");
        json.WriteString("type", "summary");
        json.WriteString("measure", "#card-acceptance");
        json.WriteStartObject("period");
        json.WriteString("start", Instant(report.From));

        // Period.end is inclusive: the last millisecond before the end.
        json.WriteString("end", Instant(report.To.AddMilliseconds(-1)));
        json.WriteEndObject();
        WriteArray(json, "group", report.Lines, line => WriteGroup(json, line));
        json.WriteEndObject();
    }

    private static void WriteMeasure(Utf8JsonWriter json, FeedbackReport report)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Measure");
        json.WriteString("id", "card-acceptance");
        json.WriteString("status", "active");
        json.WriteString("title", "Acceptance of decision support cards");
        json.WriteString("description", "Share of the answered cards of which a suggestion was taken. A card counts once, as it was reported last; cards that nobody answered are not counted.");
        WriteConcept(json, "scoring", "http://terminology.hl7.org/CodeSystem/measure-scoring", "proportion", null);
        WriteArray(json, "group", report.Lines, line =>
        {
            json.WriteStartObject();
            WriteConcept(json, "code", null, null, Name(line));
            json.WriteStartArray("population");
            WritePopulation(json, "denominator", null);
            WritePopulation(json, "numerator", null);
            json.WriteEndArray();
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter json, FeedbackLine line)
    {
        json.WriteStartObject();
        WriteConcept(json, "code", null, null, Name(line));
        json.WriteStartArray("population");
        WritePopulation(json, "denominator", line.Answered);
        WritePopulation(json, "numerator", line.Accepted);
        json.WriteEndArray();
        json.WriteStartObject("measureScore");
        json.WriteNumber("value", line.AcceptanceRate);
        json.WriteEndObject();
        if (line.Reasons.Count > 0)
        {
            json.WriteStartArray("stratifier");
            json.WriteStartObject();
            json.WriteStartArray("code");
            json.WriteStartObject();
            json.WriteString("text", "Reason for going on against the advice");
            json.WriteEndObject();
            json.WriteEndArray();
            WriteArray(json, "stratum", line.Reasons, reason =>
            {
                json.WriteStartObject();
                WriteConcept(json, "value", null, null, reason.Reason ?? "no reason given");
                json.WriteStartArray("population");
                WritePopulation(json, "denominator", reason.Cards);
                json.WriteEndArray();
                json.WriteEndObject();
            });
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WritePopulation(Utf8JsonWriter json, string code, long? count)
    {
        json.WriteStartObject();
        WriteConcept(json, "code", Populations, code, null);
        if (count is { } number)
        {
            json.WriteNumber("count", number);
        }
        else
        {
            // Measure.group.population.criteria is 1..1. Nothing evaluates it: the figures come from feedback calls.
            json.WriteStartObject("criteria");
            json.WriteString("description", code == "denominator" ? "Cards that feedback was given on" : "Cards of which a suggestion was taken");
            json.WriteString("language", "text/plain");
            json.WriteString("expression", code);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteConcept(Utf8JsonWriter json, string name, string? system, string? code, string? text)
    {
        json.WriteStartObject(name);
        if (code is not null)
        {
            json.WriteStartArray("coding");
            json.WriteStartObject();
            json.WriteString("system", system);
            json.WriteString("code", code);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (text is not null)
        {
            json.WriteString("text", text);
        }

        json.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    private static string Name(FeedbackLine line) => $"{line.Service}: {line.Recommendation ?? "unknown card"}";

    private static string Instant(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
