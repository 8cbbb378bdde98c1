namespace FhirMsc.Content.Logic;

/// <summary>What a criterion's expression gives.</summary>
public enum CriterionResult
{
    /// <summary>True, false, or nothing when it can't be told.</summary>
    Boolean,

    /// <summary>Resources, e.g. the orders that the card is about.</summary>
    Resources,
}
