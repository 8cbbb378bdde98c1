namespace FhirMsc.Fhir.Packages.Registry;

/// <summary>Counts the bytes of one archive and tells about them, not more often than every 256 KiB.</summary>
internal sealed class TransferReport(IProgress<FetchProgress> progress, string package, long start, long? total, int attempt)
{
    private const long Step = 256 * 1024;

    private long bytes = start;
    private long told = -Step;

    public void Add(int read)
    {
        bytes += read;
        if (bytes - told >= Step || bytes == total)
        {
            told = bytes;
            progress.Report(new FetchProgress(package, bytes, total, attempt));
        }
    }
}
