using System.Text.Json;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Packages;

namespace FhirMsc.Conformance.Inputs;

/// <summary>Cuts files into the texts that are checked one by one. Files are not read before their text is asked for; of a file of lines, one line at a time.</summary>
/// <param name="standardInput">Opens the standard input.</param>
/// <param name="limits">Size of one text, at most.</param>
/// <param name="opened">Packages that are open already, by path.</param>
public sealed class DocumentReader(Func<Stream> standardInput, JsonLimits limits, IReadOnlyDictionary<string, PackageResult> opened)
{
    private readonly ReleaseFolders folders = new();

    /// <summary>The texts in a file. What can't be read is a text with a problem.</summary>
    public IEnumerable<Document> Read(InputFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file switch
        {
            { IsStandardInput: true } => StandardInput(file),
            { Form: InputForm.Package } => Package(file),
            { Form: InputForm.Lines } => Lines(file, () => File.OpenRead(file.Path)),
            { Form: InputForm.Unknown } => Unknown(file, () => File.OpenRead(file.Path)),
            _ => [new Document { File = file, Release = folders.ReleaseOf(file.Path), Load = () => Bytes(file.Path) }],
        };
    }

    private static IEnumerable<Document> Broken(InputFile file, params IReadOnlyList<Issue> issues) =>
        [new Document { File = file, Load = () => default, Problems = issues }];

    private ReadOnlyMemory<byte> Bytes(string path)
    {
        // One byte more than allowed is enough for the parser to refuse it.
        using var stream = File.OpenRead(path);
        return stream.Length <= limits.MaxBytes ? File.ReadAllBytes(path) : new byte[limits.MaxBytes + 1];
    }

    private IEnumerable<Document> StandardInput(InputFile file) => Unknown(file, standardInput);

    /// <summary>
    /// A text whose name says nothing. If its first line is a whole JSON value and more follows, it has one resource a line; otherwise it is one resource.
    /// </summary>
    private IEnumerable<Document> Unknown(InputFile file, Func<Stream> open)
    {
        var (stream, problem) = Open(file, open);
        if (stream is null)
        {
            return Broken(file, problem!);
        }

        var head = new MemoryStream();
        try
        {
            var reader = new LineReader(stream, limits.MaxBytes);
            if (reader.Next() is not { } first)
            {
                return Whole(file, default);
            }

            head.Write(first.Span);
            if (IsJsonValue(first.Span))
            {
                var second = reader.Next();
                while (second is { Length: 0 })
                {
                    second = reader.Next();
                }

                if (second is { } more)
                {
                    return Continue(file, stream, reader, first, more, reader.Number, reader.Offset);
                }
            }
            else
            {
                while (head.Length <= limits.MaxBytes && reader.Next() is { } line)
                {
                    head.WriteByte((byte)'\n');
                    head.Write(line.Span);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stream.Dispose();
            return Broken(file, InputIssues.Unreadable.At(string.Empty, new SourcePosition(file.Path, 1, 1), Reason(e)));
        }

        stream.Dispose();
        return Whole(file, head.ToArray());
    }

    private IEnumerable<Document> Whole(InputFile file, ReadOnlyMemory<byte> text) =>
        [new Document { File = file, Release = file.IsStandardInput ? null : folders.ReleaseOf(file.Path), Load = () => text }];

    private IEnumerable<Document> Continue(InputFile file, Stream stream, LineReader reader, ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second, int line, long offset)
    {
        yield return Line(file, first, 1, 0);
        yield return Line(file, second, line, offset);
        foreach (var document in Rest(file, stream, reader))
        {
            yield return document;
        }
    }

    private IEnumerable<Document> Lines(InputFile file, Func<Stream> open)
    {
        var (stream, problem) = Open(file, open);
        return stream is null ? Broken(file, problem!) : Rest(file, stream, new LineReader(stream, limits.MaxBytes));
    }

    private IEnumerable<Document> Rest(InputFile file, Stream stream, LineReader reader)
    {
        using var owned = stream;
        while (true)
        {
            ReadOnlyMemory<byte>? next;
            Issue? problem = null;
            try
            {
                next = reader.Next();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                (next, problem) = (null, InputIssues.Unreadable.At(string.Empty, new SourcePosition(file.Path, reader.Number + 1, 1), Reason(e)));
            }

            if (problem is not null)
            {
                yield return Broken(file, problem).First();
            }

            if (next is not { } line)
            {
                yield break;
            }

            if (line.Span.Trim(" \t"u8).Length > 0)
            {
                yield return Line(file, line, reader.Number, reader.Offset);
            }
        }
    }

    private Document Line(InputFile file, ReadOnlyMemory<byte> text, int line, long offset) =>
        new() { File = file, Load = () => text, FirstLine = line, FirstOffset = offset, Release = file.IsStandardInput ? null : folders.ReleaseOf(file.Path) };

    private IEnumerable<Document> Package(InputFile file)
    {
        PackageResult result;
        try
        {
            result = opened.GetValueOrDefault(file.Path) ?? FhirPackage.Open(file.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Broken(file, InputIssues.Unreadable.At(string.Empty, new SourcePosition(file.Path, 1, 1), Reason(e)));
        }

        if (result.Package is not { } package)
        {
            return Broken(file, result.Issues);
        }

        var release = package.Manifest.FhirVersions.Select(FhirRelease.Find).FirstOrDefault(found => found is not null);
        var entries = package.Entries.Select(entry => new Document
        {
            File = file,
            Member = $"package/{entry.FileName}",
            Release = release,
            Load = () => package.Read(entry.FileName) ?? throw new IOException("It has gone from the package."),
        });
        return package.Entries.Count == 0 ? Broken(file, [.. result.Issues, InputIssues.EmptyPackage.At(string.Empty, new SourcePosition(file.Path, 1, 1))])
            : result.Issues.Count > 0 ? Broken(file, result.Issues).Concat(entries)
            : entries;
    }

    private static (Stream? Stream, Issue? Problem) Open(InputFile file, Func<Stream> open)
    {
        try
        {
            return (open(), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, InputIssues.Unreadable.At(string.Empty, new SourcePosition(file.Path, 1, 1), Reason(e)));
        }
    }

    private static bool IsJsonValue(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text.StartsWith("\uFEFF"u8) ? text[3..] : text, new JsonReaderOptions { MaxDepth = 256 });
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Why the system refused, in words that name no path twice.</summary>
    internal static string Reason(Exception problem) => problem switch
    {
        FileNotFoundException or DirectoryNotFoundException => "it has gone.",
        UnauthorizedAccessException => "access is denied. Check its permissions.",
        _ => problem.Message,
    };
}
