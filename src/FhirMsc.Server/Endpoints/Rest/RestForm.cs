namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>In which form an answer is wanted.</summary>
/// <param name="IsXml">XML, as opposed to JSON.</param>
/// <param name="IsPretty">With lines broken and indented; <see langword="null"/> to leave it as it is.</param>
/// <param name="MimeVersion">Value of the media type's <c>fhirVersion</c>.</param>
internal sealed record RestForm(bool IsXml, bool? IsPretty, string MimeVersion)
{
    /// <summary>The media type of the answer.</summary>
    public string ContentType => $"application/fhir+{(IsXml ? "xml" : "json")}; fhirVersion={MimeVersion}";
}
