namespace FhirMsc.Cases;

/// <summary>The answer that a case expects.</summary>
public enum ExpectedAnswer
{
    /// <summary>The advice is given, and nothing beside it.</summary>
    Card,

    /// <summary>The advice is given, and a hint beside it.</summary>
    CardAndHint,

    /// <summary>A hint only: something that informs beside the advice, which itself is not given.</summary>
    Hint,

    /// <summary>Nothing is to be said.</summary>
    Silence,

    /// <summary>It can't be told, and the call is refused with what is missing.</summary>
    CannotTell,
}
