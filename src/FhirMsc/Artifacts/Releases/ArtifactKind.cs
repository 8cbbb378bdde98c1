namespace FhirMsc.Artifacts.Releases;

/// <summary>Kinds of artifacts as far as they claim different profiles.</summary>
internal enum ArtifactKind
{
    /// <summary>No profile.</summary>
    Plain,

    /// <summary>Plan that groups the recommendations.</summary>
    Strategy,

    /// <summary>Plan of one recommendation.</summary>
    Recommendation,

    /// <summary>Plan behind a CDS Hooks service.</summary>
    Service,

    /// <summary>Activity that orders or does not order a medication.</summary>
    MedicationActivity,

    /// <summary>Any other activity.</summary>
    Activity,

    /// <summary>Library with logic.</summary>
    LogicLibrary,

    /// <summary>Library that lists everything.</summary>
    Manifest,

    /// <summary>Code system.</summary>
    CodeSystem,

    /// <summary>Value set.</summary>
    ValueSet,

    /// <summary>Result of a study.</summary>
    Evidence,

    /// <summary>Population, intervention or outcome.</summary>
    Variable,

    /// <summary>Bibliographic record.</summary>
    Citation,

    /// <summary>Relation between code systems.</summary>
    ConceptMap,

    /// <summary>What was judged of a recommendation.</summary>
    Assessment,
}
