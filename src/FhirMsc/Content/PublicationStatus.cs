namespace FhirMsc.Content;

/// <summary>FHIR's <c>publication-status</c> of the artifacts that are made from the content (not of the page: see <see cref="Source.GuidelineSource.Archived"/>).</summary>
public enum PublicationStatus
{
    /// <summary>Under development.</summary>
    Draft,

    /// <summary>Ready for use.</summary>
    Active,

    /// <summary>Withdrawn or superseded.</summary>
    Retired,
}
