namespace FhirMsc.Decisions.Sites;

/// <summary>What to make of a local code.</summary>
public enum SiteCodeUse
{
    /// <summary>It means a published concept, and counts wherever that one does.</summary>
    Trigger,

    /// <summary>It may mean a published concept: worth a look by a person, never a warning.</summary>
    Review,

    /// <summary>It means nothing to the guideline, whatever a published value set says.</summary>
    Ignore,
}
