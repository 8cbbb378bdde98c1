using System.Text.Encodings.Web;
using System.Text.Json;
using FhirMsc.Content;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Publishing.Packages;

/// <summary><c>package.json</c> of a guideline's package.</summary>
internal static class PackageDescription
{
    /// <summary>Name of the package: one for each release, since no set of artifacts fits two.</summary>
    public static string NameOf(Guideline guideline, FhirRelease release) => $"fhirmsc.{guideline.Id}.{release.Name.ToLowerInvariant()}";

    /// <summary>The file.</summary>
    public static byte[] Of(Guideline guideline, FhirRelease release)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("name", NameOf(guideline, release));
            json.WriteString("version", guideline.Version);
            json.WriteString("type", "fhir.ig");
            json.WriteString("canonical", guideline.Canonical);
            json.WriteString("url", guideline.Canonical);
            json.WriteString("title", guideline.Title);
            json.WriteString("description", guideline.Description.Trim());
            json.WriteString("author", guideline.Publisher.Name);
            json.WriteString("date", guideline.Date.ToInstant().Replace("-", string.Empty, StringComparison.Ordinal).Replace("T", string.Empty, StringComparison.Ordinal).Replace(":", string.Empty, StringComparison.Ordinal).TrimEnd('Z'));
            json.WriteStartArray("fhirVersions");
            json.WriteStringValue(release.Version);
            json.WriteEndArray();
            json.WriteStartObject("dependencies");
            json.WriteString($"hl7.fhir.{release.Name.ToLowerInvariant()}.core", release.Version);
            json.WriteEndObject();
            json.WriteStartObject("directories");
            json.WriteString("lib", "package");
            json.WriteString("example", "example");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }
}
