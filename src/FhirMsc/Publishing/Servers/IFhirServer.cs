using FhirMsc.Artifacts;

namespace FhirMsc.Publishing.Servers;

/// <summary>The port to a FHIR server that artifacts are published into: what <see cref="Publisher"/> asks of it, and no more.</summary>
public interface IFhirServer
{
    /// <summary>The FHIR version that the server states (<c>CapabilityStatement.fhirVersion</c>, e.g. <c>4.0.1</c>).</summary>
    Task<ServerAnswer> CapabilitiesAsync(CancellationToken stop);

    /// <summary>Reads a resource by type and id.</summary>
    Task<ServerAnswer> ReadAsync(string type, string id, CancellationToken stop);

    /// <summary>Searches a type.</summary>
    /// <param name="type">Resource type.</param>
    /// <param name="query">Query without a question mark, escaped.</param>
    /// <param name="stop">Ends the work.</param>
    Task<ServerAnswer> SearchAsync(string type, string query, CancellationToken stop);

    /// <summary>Updates or creates under an id.</summary>
    Task<ServerAnswer> PutAsync(string type, string id, ReadOnlyMemory<byte> resource, CancellationToken stop);

    /// <summary>Creates under an id of the server's choice, unless the query finds one already.</summary>
    Task<ServerAnswer> CreateAsync(Artifact artifact, ReadOnlyMemory<byte> resource, string ifNoneExist, CancellationToken stop);

    /// <summary>Sends a transaction or batch.</summary>
    Task<ServerAnswer> SendAsync(ReadOnlyMemory<byte> bundle, CancellationToken stop);
}
