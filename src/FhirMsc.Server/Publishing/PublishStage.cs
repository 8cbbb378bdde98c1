namespace FhirMsc.Server.Publishing;

/// <summary>How far publishing after the start is.</summary>
internal enum PublishStage
{
    /// <summary>Nothing is to be published.</summary>
    None,

    /// <summary>The FHIR server does not answer yet, or not now.</summary>
    Waiting,

    /// <summary>Resources are being compared and written.</summary>
    Running,

    /// <summary>Everything is there.</summary>
    Done,

    /// <summary>Something is not there, and trying again would not help; the log says what and why.</summary>
    Failed,
}
