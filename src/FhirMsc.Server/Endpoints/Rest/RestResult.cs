using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Server.Protocol;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>What came of a request, before it gets the form that the client wants.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Json">The resource as JSON.</param>
internal sealed record RestResult(int Status, ReadOnlyMemory<byte> Json)
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Version id for the ETag; <see langword="null"/> for what has no versions.</summary>
    public string? VersionId { get; init; }

    /// <summary>When it came to be here; <see langword="null"/> for what is worked out for each request.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Methods to name in <c>Allow</c>, with a refusal of another.</summary>
    public string? Allow { get; init; }

    /// <summary>Media type of a body that is no resource; <see langword="null"/> for resources.</summary>
    public string? ContentType { get; init; }

    /// <summary>A resource.</summary>
    public static RestResult Of(JsonObject resource, int status = 200) => new(status, JsonSerializer.SerializeToUtf8Bytes(resource, Form));

    /// <summary>A resource.</summary>
    public static RestResult Of(NodeTree resource) => new(200, JsonWriter.Write(resource.Root));

    /// <summary>A refusal.</summary>
    public static RestResult Refusal(int status, params IReadOnlyList<Issue> issues) => new(status, Answer.Refusal(status, issues).Body);
}
