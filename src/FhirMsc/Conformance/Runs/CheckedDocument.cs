using FhirMsc.Conformance.Inputs;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Conformance.Runs;

/// <summary>What came of checking one text.</summary>
public sealed record CheckedDocument
{
    /// <summary>The text.</summary>
    public required Document Document { get; init; }

    /// <summary>The release it was checked against.</summary>
    public required FhirRelease Release { get; init; }

    /// <summary>The resources, the outermost first; never empty. If there was none to be read, one stands for the text.</summary>
    public required IReadOnlyList<CheckedResource> Resources { get; init; }

    /// <summary>Whether it was passed over, as no resource that anybody asked for.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>Name for reports.</summary>
    public string Name => Document.Name;

    /// <summary>All findings.</summary>
    public IEnumerable<Finding> Findings => Resources.SelectMany(resource => resource.Findings);
}
