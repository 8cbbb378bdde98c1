namespace FhirMsc.Decisions;

/// <summary>Whether a plan's action is meant for this patient now. Three answers, because "cannot tell" must never look like "no".</summary>
public enum Applicability
{
    /// <summary>Every condition holds.</summary>
    Applies,

    /// <summary>At least one condition does not hold, whatever the others are.</summary>
    DoesNotApply,

    /// <summary>No condition fails, but at least one could not be told from the data at hand.</summary>
    CannotTell,
}
