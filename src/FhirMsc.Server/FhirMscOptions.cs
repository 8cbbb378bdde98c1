using FhirMsc.Hooks.Fetching;
using FhirMsc.Server.Security;
using FhirMsc.Server.Storage;

namespace FhirMsc.Server;

/// <summary>Settings of the endpoints. The defaults suit a server behind a reverse proxy that ends TLS.</summary>
public sealed record FhirMscOptions
{
    /// <summary>
    /// Origins whose pages may read the answers, such as <c>https://sandbox.cds-hooks.org</c>, without path; <c>*</c> for all. What the endpoints give away without a
    /// login is public, so the default is <c>*</c>.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = ["*"];

    /// <summary>Largest body of a call, in bytes. Prefetch of a whole problem list takes some hundred kilobytes.</summary>
    public int MaxRequestBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long a client may take to send a body.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// FHIR servers that may be asked for what a call does not bring along, as origins such as <c>https://ehr.example.org</c>. No other server is asked, whatever a
    /// call names.
    /// </summary>
    public IReadOnlyList<string> FhirHosts { get; init; } = [];

    /// <summary>Whether FHIR servers on this machine may be asked besides. Right only while the service itself can be reached from this machine alone.</summary>
    public bool AcceptLoopbackFhirServers { get; init; }

    /// <summary>How far fetching for one call may go.</summary>
    public FetchLimits Fetching { get; init; } = new();

    /// <summary>
    /// Whether a call with <c>?explain</c> gets the reasons beside the answer: plan, conditions, expressions, references to the resources that decided. Off by default,
    /// because references are the client's own data and the answer grows.
    /// </summary>
    public bool Explain { get; init; }

    /// <summary>Where feedback and used tokens are kept.</summary>
    public StorageOptions Storage { get; init; } = new();

    /// <summary>Whom the CDS Hooks endpoints answer.</summary>
    public TrustOptions Trust { get; init; } = new();

    /// <summary>Checks the settings.</summary>
    /// <exception cref="ArgumentException">Settings that cannot work; the message names all of them.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        foreach (var origin in AllowedOrigins.Where(origin => origin != "*" && !IsOrigin(origin)))
        {
            faults.Add($"{nameof(AllowedOrigins)}: '{origin}' is no origin; write scheme://host or scheme://host:port without a slash behind, or *.");
        }

        foreach (var host in FhirHosts.Where(host => !IsOrigin(host) || !host.StartsWith("http", StringComparison.OrdinalIgnoreCase)))
        {
            faults.Add($"{nameof(FhirHosts)}: '{host}' is no origin; write https://host or https://host:port without a path behind.");
        }

        if (Fetching.Time <= TimeSpan.Zero || Fetching.Parallel < 1 || Fetching.Tries < 1 || Fetching.Pages < 1 || Fetching.ResponseBytes < 1024)
        {
            faults.Add($"{nameof(Fetching)}: time, parallel requests, tries and pages must be at least one, a response 1024 bytes.");
        }

        if (MaxRequestBytes < 1024)
        {
            faults.Add($"{nameof(MaxRequestBytes)}: no call fits into {MaxRequestBytes} bytes.");
        }

        if (ReadTimeout <= TimeSpan.Zero)
        {
            faults.Add($"{nameof(ReadTimeout)}: must be longer than nothing.");
        }

        if (Trust.NeedsToken && Trust.BaseUrl is null)
        {
            faults.Add($"{nameof(Trust)}.{nameof(Trust.BaseUrl)}: needed with clients, whose tokens are for a URL below it.");
        }

        if (Trust.NeedsToken && Storage is { File: null, Postgres: null })
        {
            faults.Add($"{nameof(Storage)}: needed with clients, because used tokens have to be remembered.");
        }

        foreach (var twice in Trust.Clients.CountBy(client => client.Issuer).Where(issuer => issuer.Value > 1))
        {
            faults.Add($"{nameof(Trust)}.{nameof(Trust.Clients)}: '{twice.Key}' is listed {twice.Value} times.");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', faults));
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);
}
