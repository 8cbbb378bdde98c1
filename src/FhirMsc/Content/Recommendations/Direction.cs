namespace FhirMsc.Content.Recommendations;

/// <summary>Which way a recommendation points.</summary>
public enum Direction
{
    /// <summary>For the intervention.</summary>
    For,

    /// <summary>Against the intervention.</summary>
    Against,

    /// <summary>Neither for nor against, because the evidence does not suffice.</summary>
    Insufficient,

    /// <summary>Neither for nor against, on balance.</summary>
    Neither,
}
