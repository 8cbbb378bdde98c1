namespace FhirMsc.Cli;

/// <summary>
/// Tells when files have changed. Looks at them once a second, because the system's own notices do not come from network drives or from folders that are swapped as a whole,
/// which is how container platforms deliver configuration.
/// </summary>
internal sealed class FileWatch(Func<IEnumerable<string>> files, TimeProvider time)
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    private string known = Print(files());

    /// <summary>Waits for a change, and then until nothing has changed for a round, since editors and copies write in several steps.</summary>
    public async Task NextAsync(CancellationToken stop)
    {
        var last = known;
        while (true)
        {
            await Task.Delay(Round, time, stop);
            var now = Print(files());
            if (now == last && now != known)
            {
                known = now;
                return;
            }

            last = now;
        }
    }

    private static string Print(IEnumerable<string> files) => string.Join('\n', files.Order(StringComparer.Ordinal).Select(file =>
    {
        var info = new FileInfo(file);
        return info.Exists ? FormattableString.Invariant($"{file}|{info.LastWriteTimeUtc.Ticks}|{info.Length}") : $"{file}|gone";
    }));
}
