using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Decisions.Results;

/// <summary>
/// An applied plan as resources (PlanDefinition <c>$apply</c>): in R4 and R4B a CarePlan with a RequestGroup, in R5 a RequestOrchestration, together with what is
/// proposed, in one Bundle; and an OperationOutcome where something could not be told.
/// </summary>
public static class RequestBundle
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes the Bundle.</summary>
    /// <param name="plan">The applied plan; must have come from a published plan.</param>
    /// <param name="subject">Reference to the patient, e.g. <c>Patient/1</c>; <see langword="null"/> if it is not known.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether to write it for people.</param>
    public static void Write(AppliedPlan plan, string? subject, IBufferWriter<byte> output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var definition = plan.Plan ?? throw new ArgumentException("Only what came of a published plan can be written as resources.", nameof(plan));
        using var json = new Utf8JsonWriter(output, Form with { Indented = indented, NewLine = "\n" });
        var isR5 = definition.Release == FhirRelease.R5;
        var group = isR5 ? "RequestOrchestration" : "RequestGroup";
        var actions = new ActionWriter(json, definition, subject);
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "collection");
        json.WriteStartArray("entry");
        if (!isR5)
        {
            Begin(json, "CarePlan", definition, subject);
            if (definition.Title is { } title)
            {
                json.WriteString("title", title);
            }

            json.WriteStartArray("activity");
            json.WriteStartObject();
            json.WriteStartObject("reference");
            json.WriteString("reference", FullUrl(definition, group));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            End(json);
        }

        Begin(json, group, definition, subject);
        actions.Write(plan.Actions);
        End(json);
        foreach (var proposal in actions.Proposals)
        {
            json.WriteStartObject();
            json.WriteString("fullUrl", FullUrl(definition, proposal.Id));
            json.WritePropertyName("resource");
            json.WriteRawValue(proposal.Json.Span, skipInputValidation: true);
            json.WriteEndObject();
        }

        var untold = plan.Undecided.Concat(plan.Actions.SelectMany(Notes)).DistinctBy(one => one.What).ToList();
        if (untold.Count > 0)
        {
            json.WriteStartObject();
            json.WriteString("fullUrl", FullUrl(definition, "OperationOutcome"));
            json.WritePropertyName("resource");
            OperationOutcomeWriter.Write(untold.Select(one => PlanIssues.Untold.At(string.Empty, null, one.What, one.Text ?? one.Reason)), json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The same for the same plan and part: nothing in a result is made up by chance.</summary>
    internal static string FullUrl(Plan plan, string part)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{plan.Canonical}#{part}"), hash);

        // RFC 9562, section 5.8: version 8 is for values of one's own making.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash[..16], bigEndian: true)}";
    }

    private static IEnumerable<Undecided> Notes(AppliedAction action) => action.Notes.Concat(action.Actions.SelectMany(Notes));

    private static void Begin(Utf8JsonWriter json, string type, Plan plan, string? subject)
    {
        json.WriteStartObject();
        json.WriteString("fullUrl", FullUrl(plan, type));
        json.WriteStartObject("resource");
        json.WriteString("resourceType", type);
        json.WriteStartArray("instantiatesCanonical");
        json.WriteStringValue(plan.Canonical);
        json.WriteEndArray();
        json.WriteString("status", "draft");
        json.WriteString("intent", "proposal");
        json.WriteStartObject("subject");
        json.WriteString(subject is null ? "display" : "reference", subject ?? "The patient");
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
