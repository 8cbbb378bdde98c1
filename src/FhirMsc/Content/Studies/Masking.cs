namespace FhirMsc.Content.Studies;

/// <summary>Who knew which arm a participant was in.</summary>
public enum Masking
{
    /// <summary>The page does not say.</summary>
    NotStated,

    /// <summary>Everybody knew.</summary>
    OpenLabel,

    /// <summary>One side did not know.</summary>
    SingleBlind,

    /// <summary>Neither side knew.</summary>
    DoubleBlind,
}
