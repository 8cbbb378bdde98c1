using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FhirMsc.Artifacts;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Servers;

/// <summary>A FHIR server over HTTP (https://hl7.org/fhir/R4/http.html). Faults of network and server become answers; nothing of a token gets into one.</summary>
public sealed class RestFhirServer : IFhirServer, IDisposable
{
    private const int MaxBytes = 64 * 1024 * 1024;

    private readonly HttpClient client;
    private readonly string address;
    private readonly ServerAccess access;
    private readonly TimeProvider time;
    private string? token;

    /// <summary>A server.</summary>
    /// <param name="address">Base URL, http or https.</param>
    /// <param name="access">How to be let in.</param>
    /// <param name="time">The clock of pauses; the system's if <see langword="null"/>.</param>
    /// <param name="handler">What sends requests; HTTP if <see langword="null"/>. Redirects are not followed, so that no token goes where nobody sent it.</param>
    public RestFhirServer(Uri address, ServerAccess access, TimeProvider? time = null, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        this.address = address.AbsoluteUri.TrimEnd('/');
        this.access = access;
        this.time = time ?? TimeProvider.System;
        token = access.Token;
        client = new HttpClient(handler ?? new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All }) { Timeout = TimeSpan.FromSeconds(60), MaxResponseContentBufferSize = MaxBytes };
    }

    /// <summary>The release to name in media types; <see langword="null"/> until it is known.</summary>
    public FhirRelease? Release { get; set; }

    private string MediaType => Release is null ? "application/fhir+json" : $"application/fhir+json; fhirVersion={Release.MimeVersion}";

    /// <inheritdoc/>
    public Task<ServerAnswer> CapabilitiesAsync(CancellationToken stop) => SendAsync(HttpMethod.Get, "/metadata", null, null, stop);

    /// <inheritdoc/>
    public Task<ServerAnswer> ReadAsync(string type, string id, CancellationToken stop) => SendAsync(HttpMethod.Get, $"/{type}/{id}", null, null, stop);

    /// <inheritdoc/>
    public Task<ServerAnswer> SearchAsync(string type, string query, CancellationToken stop) => SendAsync(HttpMethod.Get, $"/{type}?{query}", null, null, stop);

    /// <inheritdoc/>
    public Task<ServerAnswer> PutAsync(string type, string id, ReadOnlyMemory<byte> resource, CancellationToken stop) => SendAsync(HttpMethod.Put, $"/{type}/{id}", resource, null, stop);

    /// <inheritdoc/>
    public Task<ServerAnswer> CreateAsync(Artifact artifact, ReadOnlyMemory<byte> resource, string ifNoneExist, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        return SendAsync(HttpMethod.Post, $"/{artifact.ResourceType}", resource, ifNoneExist, stop);
    }

    /// <inheritdoc/>
    public Task<ServerAnswer> SendAsync(ReadOnlyMemory<byte> bundle, CancellationToken stop) => SendAsync(HttpMethod.Post, string.Empty, bundle, null, stop);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<ServerAnswer> SendAsync(HttpMethod method, string path, ReadOnlyMemory<byte>? body, string? ifNoneExist, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            var hadToken = token is not null;
            var answer = await OnceAsync(method, path, body, ifNoneExist, stop).ConfigureAwait(false);
            var mayHaveRunOut = answer.Status == 401 && token is null && access.TokenEndpoint is not null && hadToken;
            if (attempt == 3 || (!answer.MayPass && !mayHaveRunOut))
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250 * attempt), time, stop).ConfigureAwait(false);
        }
    }

    private async Task<ServerAnswer> OnceAsync(HttpMethod method, string path, ReadOnlyMemory<byte>? body, string? ifNoneExist, CancellationToken stop)
    {
        try
        {
            if (token is null && access.TokenEndpoint is not null && await TokenAsync(stop).ConfigureAwait(false) is { } problem)
            {
                return new ServerAnswer(401, default, problem);
            }

            using var request = new HttpRequestMessage(method, address + path);
            request.Headers.TryAddWithoutValidation("Accept", MediaType);
            if (token is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            if (ifNoneExist is not null)
            {
                request.Headers.TryAddWithoutValidation("If-None-Exist", ifNoneExist);
            }

            if (body is { } bytes)
            {
                request.Content = new ReadOnlyMemoryContent(bytes);
                request.Content.Headers.TryAddWithoutValidation("Content-Type", MediaType);
            }

            using var response = await client.SendAsync(request, stop).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.Unauthorized && access.TokenEndpoint is not null)
            {
                // The token may have run out; the next request gets a new one.
                token = null;
            }

            var content = await response.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false);
            return Read((int)response.StatusCode, content);
        }
        catch (HttpRequestException e)
        {
            return new ServerAnswer(0, default, $"The server could not be reached ({e.HttpRequestError}).");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new ServerAnswer(0, default, "The server did not answer in time.");
        }
    }

    private static ServerAnswer Read(int status, byte[] content)
    {
        var tree = content.Length == 0 ? null : JsonParser.Parse(content, null, new JsonLimits { MaxBytes = MaxBytes, KeepEmpty = true, MaxIssues = 10 }).Tree;
        var resource = tree is not null && tree.Root.ResourceType is not null ? tree.Root : default;
        var issue = resource.Exists && resource.ResourceType == "OperationOutcome" ? resource.ChildrenNamed("issue").FirstOrDefault() : default;
        var said = issue.Exists ? issue.Child("details").Child("text").Text ?? issue.Child("diagnostics").Text : null;
        return new ServerAnswer(status, resource, said is { Length: > 300 } ? said[..300] + "…" : said);
    }

    /// <summary>RFC 6749, section 4.4.2, with the client authenticating by its secret in the body.</summary>
    /// <returns>Why there is no token; <see langword="null"/> if there is one.</returns>
    private async Task<string?> TokenAsync(CancellationToken stop)
    {
        List<KeyValuePair<string, string>> fields = [new("grant_type", "client_credentials"), new("client_id", access.ClientId ?? string.Empty), new("client_secret", access.ClientSecret ?? string.Empty)];
        if (access.Scope is { } scope)
        {
            fields.Add(new("scope", scope));
        }

        using var form = new FormUrlEncodedContent(fields);
        using var response = await client.PostAsync(access.TokenEndpoint, form, stop).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            return $"The token endpoint answered {(int)response.StatusCode}.";
        }

        try
        {
            using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false));
            token = json.RootElement.GetProperty("access_token").GetString();
            return token is null ? "The token endpoint gave no token." : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "The token endpoint gave no token.";
        }
    }
}
