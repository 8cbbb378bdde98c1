namespace FhirMsc.Fhir.Packages;

/// <summary>Ends the reading of an archive that passes a limit; never leaves this room.</summary>
internal sealed class SizeLimitException(string what, string limit) : Exception
{
    public string What { get; } = what;

    public string Limit { get; } = limit;
}
