namespace FhirMsc.Server.Storage;

/// <summary>What a write must outlive.</summary>
internal enum Durability
{
    /// <summary>The end of the process: used tokens, which expire in minutes anyway.</summary>
    Process,

    /// <summary>A power cut besides: feedback that was acknowledged.</summary>
    Power,
}
