namespace FhirMsc.Server.Records;

/// <summary>
/// The FHIR servers that hook calls may make this service ask. A call names any address it likes, so without this list anybody could make the service knock at
/// doors inside the network (server-side request forgery).
/// </summary>
/// <param name="origins">Allowed origins, e.g. <c>https://ehr.example.org</c>.</param>
/// <param name="acceptLoopback">Whether servers on this machine are allowed besides: only while the service itself is reachable from this machine only.</param>
internal sealed class FhirHosts(IReadOnlyList<string> origins, bool acceptLoopback)
{
    private readonly HashSet<string> origins = new(origins.Select(origin => origin.TrimEnd('/')), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a server may be asked.</summary>
    public bool Admits(Uri server) => server.UserInfo.Length == 0 && (IsListed(server) || (acceptLoopback && server.IsLoopback));

    /// <summary>Whether a server is on the list, as opposed to being allowed for lying on this machine.</summary>
    public bool IsListed(Uri server) => origins.Contains(server.GetLeftPart(UriPartial.Authority));
}
