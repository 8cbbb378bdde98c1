namespace FhirMsc.Publishing.Servers;

/// <summary>How to be let in. Secrets come from the environment, never from the command line, where other users of the machine can read them.</summary>
public sealed record ServerAccess
{
    /// <summary>A bearer token.</summary>
    public string? Token { get; init; }

    /// <summary>For client credentials (RFC 6749, section 4.4): the token endpoint.</summary>
    public Uri? TokenEndpoint { get; init; }

    /// <summary>Client id.</summary>
    public string? ClientId { get; init; }

    /// <summary>Client secret.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Scopes, separated by spaces; <see langword="null"/> for the server's default.</summary>
    public string? Scope { get; init; }

    /// <summary>Reads <c>FHIRMSC_PUBLISH_TOKEN</c>, or <c>FHIRMSC_PUBLISH_TOKEN_ENDPOINT</c>, <c>_CLIENT_ID</c>, <c>_CLIENT_SECRET</c> and <c>_SCOPE</c>.</summary>
    public static ServerAccess FromEnvironment() => new()
    {
        Token = Read("TOKEN"),
        TokenEndpoint = Uri.TryCreate(Read("TOKEN_ENDPOINT"), UriKind.Absolute, out var endpoint) ? endpoint : null,
        ClientId = Read("CLIENT_ID"),
        ClientSecret = Read("CLIENT_SECRET"),
        Scope = Read("SCOPE"),
    };

    private static string? Read(string name) => Environment.GetEnvironmentVariable("FHIRMSC_PUBLISH_" + name) is { Length: > 0 } value ? value : null;
}
