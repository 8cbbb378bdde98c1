namespace FhirMsc.Server.Telemetry;

/// <summary>Where traces and metrics go. Nowhere by default.</summary>
public sealed record TelemetryOptions
{
    /// <summary>Base address of an OTLP receiver over HTTP (protobuf), e.g. <c>http://localhost:4318</c>; <see langword="null"/> to send nothing.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary><c>service.name</c> of everything that is sent.</summary>
    public string ServiceName { get; init; } = "fhirmsc";
}
