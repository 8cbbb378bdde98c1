namespace FhirMsc.Publishing.Servers;

/// <summary>How to be let in. Secrets come from the environment, never from the command line, where other users of the machine can read them.</summary>
public sealed record ServerAccess
{
    /// <summary>First part of the names of the variables: <c>FHIRMSC_PUBLISH_TOKEN</c>, or <c>_TOKEN_ENDPOINT</c>, <c>_CLIENT_ID</c>, <c>_CLIENT_SECRET</c> and <c>_SCOPE</c>.</summary>
    public const string Prefix = "FHIRMSC_PUBLISH_";

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

    /// <summary>Reads the environment of this process.</summary>
    /// <returns>How to be let in, or all that is wrong, by the names of the variables and without their values.</returns>
    public static (ServerAccess? Access, IReadOnlyList<string> Problems) FromEnvironment() => Read(Environment.GetEnvironmentVariable);

    /// <summary>Reads variables.</summary>
    internal static (ServerAccess? Access, IReadOnlyList<string> Problems) Read(Func<string, string?> variables)
    {
        string? Value(string name) => variables(Prefix + name) is { Length: > 0 } value ? value.Trim() : null;
        var (token, endpoint, id, secret) = (Value("TOKEN"), Value("TOKEN_ENDPOINT"), Value("CLIENT_ID"), Value("CLIENT_SECRET"));
        var problems = new List<string>();
        if (token is not null && (endpoint ?? id ?? secret) is not null)
        {
            problems.Add($"{Prefix}TOKEN and {Prefix}TOKEN_ENDPOINT, _CLIENT_ID and _CLIENT_SECRET exclude each other: keep the token or the client credentials.");
        }

        if (token is not null && token.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            problems.Add($"{Prefix}TOKEN must be the token alone, without 'Bearer', spaces or line ends.");
        }

        if (token is null && (endpoint ?? id ?? secret) is not null)
        {
            problems.AddRange(new[] { ("TOKEN_ENDPOINT", endpoint), ("CLIENT_ID", id), ("CLIENT_SECRET", secret) }.Where(part => part.Item2 is null).Select(part => $"{Prefix}{part.Item1} is missing: client credentials need all three."));
        }

        Uri? url = null;
        if (endpoint is not null && !(Uri.TryCreate(endpoint, UriKind.Absolute, out url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))))
        {
            problems.Add($"{Prefix}TOKEN_ENDPOINT must be an https URL, or http on this machine: the client's secret is sent there.");
        }

        return problems.Count > 0 ? (null, problems) : (new ServerAccess { Token = token, TokenEndpoint = url, ClientId = id, ClientSecret = secret, Scope = Value("SCOPE") }, []);
    }
}
