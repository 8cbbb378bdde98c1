namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>How long a server may stay silent: the token ends when it has been silent for too long, or when the caller stops.</summary>
internal sealed class Patience : IDisposable
{
    private readonly TimeSpan silence;
    private readonly CancellationTokenSource time;
    private readonly CancellationTokenSource both;

    public Patience(TimeSpan silence, TimeProvider clock, CancellationToken stop)
    {
        this.silence = silence;
        time = new CancellationTokenSource(silence, clock);
        both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, stop);
    }

    public CancellationToken Token => both.Token;

    /// <summary>Something came: the time starts again.</summary>
    public void Renew() => time.CancelAfter(silence);

    public void Dispose()
    {
        both.Dispose();
        time.Dispose();
    }
}
