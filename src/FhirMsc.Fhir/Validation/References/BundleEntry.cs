using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.References;

/// <summary>One entry of a Bundle, with what identifies its resource.</summary>
/// <param name="Number">Its place, counted from 0.</param>
/// <param name="Node">The entry.</param>
/// <param name="Resource">Its resource; a node that does not exist if it has none.</param>
/// <param name="FullUrl">Its <c>fullUrl</c>.</param>
internal sealed record BundleEntry(int Number, Node Node, Node Resource, string? FullUrl)
{
    /// <summary>Type of the resource.</summary>
    public string? Type { get; } = Resource.Exists ? Resource.ResourceType : null;

    /// <summary>Id of the resource.</summary>
    public string? Id { get; } = Resource.Child("id").Text;

    /// <summary>Version of the resource.</summary>
    public string? Version { get; } = Resource.Child("meta").Child("versionId").Text;

    /// <summary>The base of the server that <c>fullUrl</c> is an address on, with the slash; <see langword="null"/> if it is no such address.</summary>
    public string? Base { get; } = ServerAddress.Read(FullUrl)?.Base;
}
