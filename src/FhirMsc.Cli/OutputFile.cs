namespace FhirMsc.Cli;

/// <summary>Writes files so that whoever reads one never sees half of it, and an interruption leaves the former one whole.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file under another name first and renames it; makes its folder if need be.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = path + ".part";
        try
        {
            await File.WriteAllBytesAsync(temporary, bytes, stop);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
