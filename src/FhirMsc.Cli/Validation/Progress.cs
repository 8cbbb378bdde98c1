using FhirMsc.Conformance.Runs;

namespace FhirMsc.Cli.Validation;

/// <summary>One line on a terminal that tells how far a long run is; wiped out at the end. Short runs show nothing.</summary>
internal sealed class Progress(TextWriter error, bool isShown, int files, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    private readonly long start = time.GetTimestamp();
    private long last = time.GetTimestamp();
    private int width;

    /// <summary>Tells the numbers, if it is time to.</summary>
    public void Tell(RunSummary summary)
    {
        if (!isShown || time.GetElapsedTime(start) < Patience || time.GetElapsedTime(last) < Pace)
        {
            return;
        }

        last = time.GetTimestamp();
        var line = $"{summary.Documents + summary.Skipped} of {(summary.Documents > files ? "many texts" : $"{files} files")}, {summary.Resources} resources, {summary.Errors} errors";
        error.Write($"\r{line.PadRight(width)}");
        width = line.Length;
    }

    /// <summary>Wipes the line out, before something else is written.</summary>
    public void Clear()
    {
        if (width > 0)
        {
            error.Write($"\r{new string(' ', width)}\r");
            width = 0;
        }
    }
}
