namespace FhirMsc.Cases;

/// <summary>The answer that a case expects.</summary>
public enum ExpectedAnswer
{
    /// <summary>The advice is given.</summary>
    Card,

    /// <summary>Nothing is to be said.</summary>
    Silence,

    /// <summary>It can't be told, and the call is refused with what is missing.</summary>
    CannotTell,
}
