namespace FhirMsc.Fhir.Json;

/// <summary>Ends the reading of a text that is larger than <see cref="JsonLimits"/> allow.</summary>
/// <param name="what">What is too large, with its size.</param>
/// <param name="limit">The limit, with its unit.</param>
internal sealed class JsonLimitReached(string what, string limit) : Exception
{
    public string What { get; } = what;

    public string Limit { get; } = limit;
}
