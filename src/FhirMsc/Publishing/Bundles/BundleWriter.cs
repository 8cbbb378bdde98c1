using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FhirMsc.Artifacts;
using FhirMsc.Content;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Bundles;

/// <summary>Writes a catalog as one Bundle to take home (https://hl7.org/fhir/R4/bundle.html). The same catalog gives the same bytes.</summary>
public static class BundleWriter
{
    /// <summary>
    /// The Bundle. <c>fullUrl</c> is the guideline's base, type and id, so that the relative references of every resource lead to their entry.
    /// </summary>
    /// <param name="artifacts">What to write: all of one release.</param>
    /// <param name="kind">What the Bundle is for.</param>
    /// <param name="date">Date of the content, for the kinds that need a time: nothing of ours reads a clock.</param>
    /// <returns>The Bundle as a tree, to be written as JSON or XML.</returns>
    /// <exception cref="ArgumentException">A document is asked for and there is not exactly one Composition.</exception>
    public static NodeTree Write(IReadOnlyList<Artifact> artifacts, BundleKind kind, PartialDate date)
    {
        ArgumentNullException.ThrowIfNull(artifacts);
        var order = new DependencyOrder(artifacts);
        var entries = kind switch
        {
            BundleKind.Document => order.ReachableFrom(Composition(artifacts)),
            BundleKind.Transaction or BundleKind.Batch => order.DependenciesFirst(),
            _ => artifacts,
        };
        var output = new ArrayBufferWriter<byte>(1 << 20);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Bundle");
            Head(json, kind, entries, date);
            json.WriteStartArray("entry");
            foreach (var artifact in entries)
            {
                Entry(json, artifact, kind);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return JsonParser.Parse(output.WrittenMemory).Tree ?? throw new InvalidOperationException("A Bundle was written that is not good JSON.");
    }

    /// <summary>An artifact and, behind it, everything of a catalog that it refers to, directly or not.</summary>
    /// <param name="all">Everything there is.</param>
    /// <param name="start">One of them.</param>
    public static IReadOnlyList<Artifact> WithDependencies(IReadOnlyList<Artifact> all, Artifact start) => new DependencyOrder(all).NeededBy(start);

    /// <summary>Everything of a catalog, each behind what it refers to, as far as that is possible.</summary>
    public static IReadOnlyList<Artifact> InOrder(IReadOnlyList<Artifact> all) => new DependencyOrder(all).DependenciesFirst();

    private static Artifact Composition(IReadOnlyList<Artifact> artifacts) =>
        artifacts.Where(artifact => artifact.ResourceType == "Composition").ToList() is [var only]
            ? only
            : throw new ArgumentException("A document is about exactly one guideline.", nameof(artifacts));

    private static void Head(Utf8JsonWriter json, BundleKind kind, IReadOnlyList<Artifact> entries, PartialDate date)
    {
        if (kind == BundleKind.Document)
        {
            // bdl-9 and bdl-10: a document has an identifier and a date.
            json.WriteStartObject("identifier");
            json.WriteString("system", "urn:ietf:rfc:3986");
            json.WriteString("value", $"{entries[0].FullUrl}/document");
            json.WriteEndObject();
        }

        json.WriteString("type", kind.ToString().ToLowerInvariant());
        if (kind == BundleKind.Document)
        {
            json.WriteString("timestamp", date.ToInstant());
        }

        if (kind == BundleKind.Searchset && entries.Count > 0)
        {
            json.WriteNumber("total", entries.Count);

            // bdl-18 of R5: a searchset says what was searched for; here everything below the base.
            json.WriteStartArray("link");
            json.WriteStartObject();
            json.WriteString("relation", "self");
            json.WriteString("url", entries[0].FullUrl[..^(entries[0].Reference.Length + 1)]);
            json.WriteEndObject();
            json.WriteEndArray();
        }
    }

    private static void Entry(Utf8JsonWriter json, Artifact artifact, BundleKind kind)
    {
        json.WriteStartObject();
        json.WriteString("fullUrl", artifact.FullUrl);
        json.WritePropertyName("resource");
        JsonWriter.Write(artifact.Tree.Root, json);
        if (kind == BundleKind.Searchset)
        {
            json.WriteStartObject("search");
            json.WriteString("mode", "match");
            json.WriteEndObject();
        }

        if (kind is BundleKind.Transaction or BundleKind.Batch)
        {
            Request(json, artifact, kind);
        }

        json.WriteEndObject();
    }

    private static void Request(Utf8JsonWriter json, Artifact artifact, BundleKind kind)
    {
        var isCreate = kind == BundleKind.Transaction;
        json.WriteStartObject("request");
        json.WriteString("method", isCreate ? "POST" : "PUT");
        json.WriteString("url", isCreate ? artifact.ResourceType : artifact.Reference);
        if (isCreate)
        {
            json.WriteString("ifNoneExist", ConditionalCreate.Of(artifact));
        }

        json.WriteEndObject();
    }
}
