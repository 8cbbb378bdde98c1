namespace FhirMsc.Content.Cards;

/// <summary>FHIR's <c>request-priority</c> as far as CDS on FHIR maps it to card indicators.</summary>
public enum CardPriority
{
    /// <summary>Card indicator <c>info</c>.</summary>
    Routine,

    /// <summary>Card indicator <c>warning</c>.</summary>
    Urgent,

    /// <summary>Card indicator <c>critical</c>: only where the workflow must not go on.</summary>
    Stat,
}
