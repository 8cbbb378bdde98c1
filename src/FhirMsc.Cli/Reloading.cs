using System.CommandLine;
using FhirMsc.Cli.Commands;
using FhirMsc.Server;

namespace FhirMsc.Cli;

/// <summary>Keeps what is served up with the files: a new version that is good takes the place of the old one, a bad one is refused, and the old one is served on.</summary>
internal sealed class Reloading(ServedContent served, EditionMaker maker, ContentCommand content, ParseResult parsed, string? siteFile, TextWriter output, TextWriter error)
{
    /// <summary>Runs until it is stopped.</summary>
    public async Task RunAsync(Workspace workspace, TimeProvider time, CancellationToken stop)
    {
        var watch = new FileWatch(() => (parsed.GetValue(content.Content) is { Length: > 0 } named ? named : workspace.ContentFiles).Append(workspace.LedgerFile).Concat(siteFile is null ? [] : [siteFile]), time);
        try
        {
            while (true)
            {
                await watch.NextAsync(stop);
                Reload();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private void Reload()
    {
        ServedEdition? edition = null;
        try
        {
            (edition, _) = maker.Make(parsed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine(e.Message);
        }

        if (edition is null)
        {
            error.WriteLine("The new version was refused: the old one is served on.");
        }
        else
        {
            served.Replace(edition.Catalog, edition.Services, edition.Further);
            edition.Afterwards();
            output.WriteLine($"The new version is served: {string.Join(", ", edition.Guidelines.Select(guideline => $"{guideline.Title} {guideline.Version}"))}.");
        }

        output.Flush();
        error.Flush();
    }
}
