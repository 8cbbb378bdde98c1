namespace FhirMsc.Content.Studies;

/// <summary>The kind of variable an outcome is: FHIR's <c>variable-type</c>, and purely descriptive ones.</summary>
public enum OutcomeKind
{
    /// <summary>Happened or not.</summary>
    Dichotomous,

    /// <summary>A measure or a time.</summary>
    Continuous,

    /// <summary>Told without figures, or with figures that compare nothing.</summary>
    Descriptive,
}
