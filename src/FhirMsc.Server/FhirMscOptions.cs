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

    /// <summary>Checks the settings.</summary>
    /// <exception cref="ArgumentException">Settings that cannot work; the message names all of them.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        foreach (var origin in AllowedOrigins.Where(origin => origin != "*" && !IsOrigin(origin)))
        {
            faults.Add($"{nameof(AllowedOrigins)}: '{origin}' is no origin; write scheme://host or scheme://host:port without a slash behind, or *.");
        }

        if (MaxRequestBytes < 1024)
        {
            faults.Add($"{nameof(MaxRequestBytes)}: no call fits into {MaxRequestBytes} bytes.");
        }

        if (ReadTimeout <= TimeSpan.Zero)
        {
            faults.Add($"{nameof(ReadTimeout)}: must be longer than nothing.");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(' ', faults));
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);
}
