namespace FhirMsc.Hooks.Cards;

/// <summary>What an action does. The order is the one in which a suggestion lists them: what is taken away first, what is new then.</summary>
public enum CardActionType
{
    /// <summary>Removes a resource of the call.</summary>
    Delete,

    /// <summary>Makes a new resource.</summary>
    Create,

    /// <summary>Puts a whole resource in the place of one of the call.</summary>
    Update,
}
