namespace FhirMsc.Cli.Validation;

/// <summary>Where a report goes: the standard output, or a file that is written under another name first, so that nobody ever reads half a report.</summary>
internal sealed class ReportFile : IDisposable
{
    private readonly string? path;
    private readonly bool isOwned;

    /// <param name="path">The file; <see langword="null"/> for the standard output.</param>
    /// <param name="output">The standard output.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    public ReportFile(string? path, TextWriter output)
    {
        this.path = path;
        isOwned = path is not null;
        if (path is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }

        Writer = path is null ? output : new StreamWriter(Temporary) { NewLine = "\n" };
    }

    /// <summary>Takes the report.</summary>
    public TextWriter Writer { get; }

    private string Temporary => $"{path}.part";

    /// <summary>Gives the file its name; the report is whole.</summary>
    public void Complete()
    {
        Writer.Flush();
        if (path is not null)
        {
            Writer.Dispose();
            File.Move(Temporary, path, overwrite: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (isOwned)
        {
            Writer.Dispose();
            File.Delete(Temporary);
        }
    }
}
