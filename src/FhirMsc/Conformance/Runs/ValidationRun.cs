using System.Runtime.CompilerServices;
using FhirMsc.Conformance.Inputs;

namespace FhirMsc.Conformance.Runs;

/// <summary>
/// Checks many texts at once and gives the results in the order of the texts. Only a few texts are in memory at any time: no more are begun before the
/// first of those under way has been taken.
/// </summary>
/// <param name="reader">Cuts files into texts.</param>
/// <param name="check">Checks one text.</param>
/// <param name="finish">What the texts have in common: tracing, fingerprints, baseline. Called for one text at a time, in order.</param>
/// <param name="parallel">How many texts are checked at once.</param>
public sealed class ValidationRun(DocumentReader reader, DocumentCheck check, Func<CheckedDocument, CheckedDocument> finish, int parallel)
{
    /// <summary>Begun but not taken, for each one being checked.</summary>
    private const int Ahead = 4;

    /// <summary>Checks files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="stop">Ends the run between two texts.</param>
    public async IAsyncEnumerable<CheckedDocument> Run(IEnumerable<InputFile> files, [EnumeratorCancellation] CancellationToken stop)
    {
        using var places = new SemaphoreSlim(parallel);
        var begun = new Queue<Task<CheckedDocument>>();
        foreach (var document in files.SelectMany(reader.Read))
        {
            if (begun.Count >= parallel * Ahead)
            {
                yield return finish(await begun.Dequeue());
            }

            stop.ThrowIfCancellationRequested();
            begun.Enqueue(Task.Run(() => CheckAsync(document, places, stop), stop));
        }

        while (begun.TryDequeue(out var next))
        {
            yield return finish(await next);
        }
    }

    private async Task<CheckedDocument> CheckAsync(Document document, SemaphoreSlim places, CancellationToken stop)
    {
        await places.WaitAsync(stop);
        try
        {
            return check.Check(document);
        }
        finally
        {
            places.Release();
        }
    }
}
