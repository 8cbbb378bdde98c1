using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FhirMsc.Server.Telemetry;

/// <summary>
/// Sends our own spans and metrics, and the runtime's metrics, to an OTLP receiver over HTTP. Spans of the framework are left out on purpose: they hold paths and queries.
/// Headers for the receiver come from the standard variable <c>OTEL_EXPORTER_OTLP_HEADERS</c>.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    private const int Patience = 3000;

    private readonly TracerProvider traces;
    private readonly MeterProvider metrics;

    public TelemetryExport(TelemetryOptions options)
    {
        var resource = ResourceBuilder.CreateEmpty().AddService(options.ServiceName, serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString(3));
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(RequestTelemetry.Name).AddOtlpExporter(exporter => Address(exporter, options, "v1/traces")).Build();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(RequestTelemetry.Name).AddMeter("System.Runtime").AddOtlpExporter(exporter => Address(exporter, options, "v1/metrics")).Build();
    }

    /// <summary>Sends what is left, for a few seconds at most.</summary>
    public void Dispose()
    {
        traces.Shutdown(Patience);
        metrics.Shutdown(Patience);
        traces.Dispose();
        metrics.Dispose();
    }

    private static void Address(OtlpExporterOptions exporter, TelemetryOptions options, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{options.Endpoint!.AbsoluteUri.TrimEnd('/')}/{path}");
    }
}
