using FhirMsc.Content;
using FhirMsc.Content.Tracing;

namespace FhirMsc.Artifacts.Releases;

/// <summary>A related artifact, independent of the release: R4 has a <c>url</c> that R5 lacks, R5 has elements that R4 says with extensions.</summary>
/// <param name="Type">Code of <c>related-artifact-type</c> that all releases know.</param>
internal sealed record Related(string Type)
{
    /// <summary>Short label, e.g. the number of a reference.</summary>
    public string? Label { get; init; }

    /// <summary>What it is called.</summary>
    public string? Display { get; init; }

    /// <summary>Bibliographic citation.</summary>
    public string? Citation { get; init; }

    /// <summary>Web address.</summary>
    public string? Url { get; init; }

    /// <summary>Title and date of the document at <see cref="Url"/>.</summary>
    public (string Title, PartialDate? Date)? Document { get; init; }

    /// <summary>Canonical of a resource.</summary>
    public string? Canonical { get; init; }

    /// <summary>Reference to a resource that has no canonical of its own type, such as a citation.</summary>
    public string? Reference { get; init; }

    /// <summary>Publication status of what is related.</summary>
    public string? PublicationStatus { get; init; }

    /// <summary>When it was published.</summary>
    public PartialDate? PublicationDate { get; init; }

    /// <summary>Whether it is part of the same package, for manifests.</summary>
    public bool? Owned { get; init; }

    /// <summary>Where this comes from.</summary>
    public Origin? Origin { get; init; }
}
