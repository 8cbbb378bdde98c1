namespace FhirMsc.Content.Studies;

/// <summary>How participants came into their arms.</summary>
public enum Allocation
{
    /// <summary>The page does not say.</summary>
    NotStated,

    /// <summary>By chance.</summary>
    Randomized,

    /// <summary>Not by chance.</summary>
    NonRandomized,

    /// <summary>Meant to be by chance, but was not.</summary>
    IntendedRandomized,
}
