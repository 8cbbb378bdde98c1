using System.Net;
using FhirMsc.Server.Telemetry;

namespace FhirMsc.Server.Standalone;

/// <summary>Settings of the standalone server.</summary>
public sealed record StandaloneOptions
{
    /// <summary>Address to listen at. Only this machine by default: there is no TLS here, which CDS Hooks requires between machines, so put a reverse proxy in front.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Port to listen at; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>Traces and metrics.</summary>
    public TelemetryOptions Telemetry { get; init; } = new();

    /// <summary>Whether the log is JSON, an object a line, for machines that collect it.</summary>
    public bool JsonLog { get; init; }

    /// <summary>After the signal to stop, how long calls are still taken while readiness says no, so that a load balancer sends no more of them.</summary>
    public TimeSpan Drain { get; init; }

    /// <summary>What is published, in further releases of FHIR.</summary>
    public IReadOnlyList<FurtherRelease> Further { get; init; } = [];

    /// <summary>Base URL of the FHIR server that everything is published into after the start; <see langword="null"/> for none.</summary>
    public Uri? PublishTo { get; init; }

    /// <summary>Settings of the endpoints.</summary>
    public FhirMscOptions Endpoints { get; init; } = new();
}
