namespace FhirMsc.Hooks.Fetching;

/// <summary>The client's FHIR server and how to get in. Lives as long as the call and is never written anywhere.</summary>
/// <param name="Server">Base URL (<c>fhirServer</c>).</param>
/// <param name="Token">Access token (<c>fhirAuthorization.access_token</c>); <see langword="null"/> for a server that needs none.</param>
public sealed record FhirAccess(Uri Server, string? Token)
{
    /// <summary>No address and no token in a log.</summary>
    public override string ToString() => nameof(FhirAccess);
}
