namespace FhirMsc.Fhir.Validation;

/// <summary>How far references are followed. What lies in the same resource or Bundle is always looked at.</summary>
public enum ReferenceChecking
{
    /// <summary>A target outside that is at hand is checked; one that is not at hand is not missed.</summary>
    WhereAtHand,

    /// <summary>A target outside must exist and be of a type that the reference allows.</summary>
    MustExist,

    /// <summary>A target outside must exist and conform to a profile that the reference allows.</summary>
    MustConform,
}
