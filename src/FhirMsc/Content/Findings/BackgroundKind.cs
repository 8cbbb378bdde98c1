namespace FhirMsc.Content.Findings;

/// <summary>Kinds of background facts.</summary>
public enum BackgroundKind
{
    /// <summary>What the intervention is and how it may work.</summary>
    Mechanism,

    /// <summary>Licensing, warnings of authorities, legal state.</summary>
    Regulatory,

    /// <summary>What the evidence is like as a whole.</summary>
    EvidenceBase,

    /// <summary>Advice on carrying a recommendation out.</summary>
    Implementation,

    /// <summary>Where more is to be found, e.g. a trial register.</summary>
    Pointer,
}
