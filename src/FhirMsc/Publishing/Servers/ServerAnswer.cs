using FhirMsc.Fhir.Json;

namespace FhirMsc.Publishing.Servers;

/// <summary>What a server answered.</summary>
/// <param name="Status">HTTP status; 0 if there was no answer.</param>
/// <param name="Resource">The resource in the answer; a node that does not exist if there is none.</param>
/// <param name="Reason">Why there was no answer, or what the server's OperationOutcome says first; <see langword="null"/> if nothing.</param>
public sealed record ServerAnswer(int Status, Node Resource, string? Reason)
{
    /// <summary>Whether it is a success.</summary>
    public bool IsOk => Status is >= 200 and < 300;

    /// <summary>Whether the server was not reached, or says that it cannot answer now: the same request may succeed later.</summary>
    public bool MayPass => Status is 0 or 429 or 502 or 503 or 504;

    /// <summary>Whether the credentials do not suffice, which no other way of writing changes.</summary>
    public bool IsDenied => Status is 401 or 403;

    /// <summary>Status and reason, for reports.</summary>
    public override string ToString() => Status == 0 ? Reason ?? "no answer" : Reason is null ? $"HTTP {Status}" : $"HTTP {Status}: {Reason}";
}
