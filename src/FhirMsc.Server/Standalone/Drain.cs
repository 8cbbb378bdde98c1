using Microsoft.Extensions.Hosting;

namespace FhirMsc.Server.Standalone;

/// <summary>
/// Between the signal to stop and the end of listening: readiness says no already, calls are still taken, so that a load balancer can turn away from this server
/// without losing one. After that, calls that have begun are finished.
/// </summary>
internal sealed class Drain(TimeSpan length, TimeProvider time) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => length > TimeSpan.Zero ? Task.Delay(length, time, cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
