using FhirMsc.Content;

namespace FhirMsc.Publishing;

/// <summary>A content file as it was at one moment: what is judged, built and remembered are the same bytes, whatever becomes of the file meanwhile.</summary>
/// <param name="Name">Path of the file, as the user knows it.</param>
/// <param name="Bytes">What it holds; <see langword="null"/> if it can't be read or is larger than content may be.</param>
public sealed record ContentFile(string Name, ReadOnlyMemory<byte>? Bytes)
{
    /// <summary>Reads a file.</summary>
    public static ContentFile Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return new ContentFile(path, new FileInfo(path).Length <= ContentReader.MaximumBytes ? File.ReadAllBytes(path) : (ReadOnlyMemory<byte>?)null);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // The reader of the content says what is wrong with it.
            return new ContentFile(path, null);
        }
    }

    /// <summary>What the file says.</summary>
    internal ContentResult Content()
    {
        if (Bytes is not { } bytes)
        {
            return ContentReader.Read(Name);
        }

        using var stream = Stream(bytes);
        return ContentReader.Read(stream, Name);
    }

    /// <summary>A stream over the bytes.</summary>
    internal static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => new(bytes.ToArray(), writable: false);
}
