namespace FhirMsc.Artifacts.Writing;

/// <summary>A resource that is ready to be written.</summary>
/// <param name="Type">Resource type.</param>
/// <param name="Id">Logical id.</param>
/// <param name="Url">Canonical URL without version; <see langword="null"/> for types without.</param>
/// <param name="Version">Business version; <see langword="null"/> where <paramref name="Url"/> is.</param>
/// <param name="Title">What people call it, for lists of artifacts.</param>
/// <param name="Body">The resource, <c>resourceType</c> included.</param>
internal sealed record Draft(string Type, string Id, string? Url, string? Version, string Title, Element Body)
{
    /// <summary>Whether the type itself has a canonical URL, so that canonicals may point to it.</summary>
    public bool IsCanonical => Body.Has("url");

    /// <summary>Canonical with version, as other resources name it.</summary>
    public string? Canonical => Url is null ? null : $"{Url}|{Version}";

    /// <summary>Relative reference.</summary>
    public string Reference => $"{Type}/{Id}";
}
