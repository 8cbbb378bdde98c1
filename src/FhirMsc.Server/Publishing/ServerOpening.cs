using FhirMsc.Publishing.Servers;

namespace FhirMsc.Server.Publishing;

/// <summary>Opens a FHIR server by its base URL, or says why it cannot.</summary>
/// <param name="url">The base URL.</param>
internal delegate (IFhirServer? Server, string? Problem) ServerOpening(Uri url);
