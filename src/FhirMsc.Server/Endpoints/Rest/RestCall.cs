using FhirMsc.Artifacts;

namespace FhirMsc.Server.Endpoints.Rest;

/// <summary>A request for one operation or interaction, understood.</summary>
internal sealed record RestCall
{
    /// <summary>All releases that are served.</summary>
    public required FhirStores Stores { get; init; }

    /// <summary>The release it is about.</summary>
    public required FhirStore Store { get; init; }

    /// <summary>Base URL as the client knows it, with the release if the path had it, without a slash behind.</summary>
    public required string Base { get; init; }

    /// <summary>Resource type in the path.</summary>
    public string? Type { get; init; }

    /// <summary>The resource in the path.</summary>
    public Artifact? Instance { get; init; }

    /// <summary>Parameters, of the query or of the body.</summary>
    public RestInput Input { get; init; } = RestInput.Empty;

    /// <summary>Whether parameters that are not known may be left out (<c>Prefer: handling=lenient</c>).</summary>
    public bool IsLenient { get; init; }
}
