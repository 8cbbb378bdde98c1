using System.Text.Encodings.Web;
using System.Text.Json;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Ledger;

/// <summary>
/// Which versions of which guidelines were released, and with what content: a version that went out once stands for the same content for ever
/// (https://hl7.org/fhir/R4/resource.html#versions). Immutable.
/// </summary>
/// <param name="Entries">The released versions, in the order of guideline and release.</param>
public sealed record ReleaseLedger(IReadOnlyList<ReleasedVersion> Entries)
{
    /// <summary>Name of the file beside the resources.</summary>
    public const string FileName = "releases.json";

    /// <summary>The ledger in which nothing was released yet.</summary>
    public static ReleaseLedger Empty { get; } = new([]);

    /// <summary>Reads a ledger.</summary>
    /// <returns>The ledger, or <see langword="null"/> if the bytes are none.</returns>
    public static ReleaseLedger? Read(ReadOnlyMemory<byte> json)
    {
        if (JsonParser.Parse(json, FileName) is not { Tree: { } tree, Issues.Count: 0 })
        {
            return null;
        }

        var entries = tree.Root.ChildrenNamed("released").Select(entry => (Guideline: entry.Child("guideline").Text, Version: entry.Child("version").Text, Digest: entry.Child("content").Text)).ToList();
        return entries.Exists(entry => entry.Guideline is null || entry.Version is null || entry.Digest is null)
            ? null
            : new ReleaseLedger([.. entries.Select(entry => new ReleasedVersion(entry.Guideline!, entry.Version!, entry.Digest!))]);
    }

    /// <summary>The ledger among what an edition is built from; empty if there is no file, <see langword="null"/> if the file is no ledger.</summary>
    public static ReleaseLedger? Of(EditionSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Ledger is { } bytes ? Read(bytes) : Empty;
    }

    /// <summary>Whether a version was released with other content.</summary>
    public bool Contradicts(ReleasedVersion version) => Entries.Any(entry => entry.Guideline == version.Guideline && entry.Version == version.Version && entry.Content != version.Content);

    /// <summary>The ledger with one more version; the same if it has it.</summary>
    /// <exception cref="InvalidOperationException">The version was released with other content.</exception>
    public ReleaseLedger With(ReleasedVersion version) => Contradicts(version)
        ? throw new InvalidOperationException($"{version.Guideline} {version.Version} was released with other content.")
        : Entries.Contains(version) ? this : new ReleaseLedger([.. Entries.Append(version).OrderBy(entry => entry.Guideline, StringComparer.Ordinal)]);

    /// <summary>The ledger as JSON.</summary>
    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("released");
            foreach (var entry in Entries)
            {
                json.WriteStartObject();
                json.WriteString("guideline", entry.Guideline);
                json.WriteString("version", entry.Version);
                json.WriteString("content", entry.Content);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }
}
