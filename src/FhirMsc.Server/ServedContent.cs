using FhirMsc.Hooks;
using FhirMsc.Publishing;

namespace FhirMsc.Server;

/// <summary>What is served at present. A new edition takes the place of the old one in one step: calls that have begun end with the old one, and none sees half of each.</summary>
public sealed class ServedContent
{
    private readonly TimeProvider time;
    private volatile Served current;
    private volatile TaskCompletionSource replaced = NewSignal();

    /// <summary>Begins with an edition.</summary>
    public ServedContent(Catalog catalog, HookServices services, TimeProvider time, IReadOnlyList<FurtherRelease>? further = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(time);
        this.time = time;
        current = new Served(catalog, services, further ?? [], time);
    }

    internal Served Current => current;

    /// <summary>Ends when another edition takes the place of the present one.</summary>
    internal Task Replaced => replaced.Task;

    /// <summary>Serves another edition from now on.</summary>
    public void Replace(Catalog catalog, HookServices services, IReadOnlyList<FurtherRelease>? further = null)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(services);
        current = new Served(catalog, services, further ?? [], time);
        var signal = replaced;
        replaced = NewSignal();
        signal.TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
