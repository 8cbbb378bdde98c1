using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Json;

/// <summary>
/// Reads FHIR JSON (https://hl7.org/fhir/R4/json.html): UTF-8 bytes to a <see cref="NodeTree"/>. What FHIR forbids in JSON is reported and reading goes on;
/// only a text that is not JSON, or too large, ends it. Never throws on bad input.
/// </summary>
public static class JsonParser
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads one text.</summary>
    /// <param name="utf8">The text; kept by the tree, so it must not change afterwards.</param>
    /// <param name="source">Name for positions in issues, such as the file's.</param>
    /// <param name="limits">What to refuse; <see cref="JsonLimits.Default"/> if <see langword="null"/>.</param>
    public static ParseResult Parse(ReadOnlyMemory<byte> utf8, string? source = null, JsonLimits? limits = null) => Parse(utf8, source, limits, lend: false);

    /// <summary>Reads one text that is done with soon, as a call to a server is: the tree lies in memory that <see cref="NodeTree.Release"/> gives back.</summary>
    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte}, string?, JsonLimits?)"/>
    public static ParseResult ParseLent(ReadOnlyMemory<byte> utf8, string? source = null, JsonLimits? limits = null) => Parse(utf8, source, limits, lend: true);

    /// <summary>Reads one text given as a string.</summary>
    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte}, string?, JsonLimits?)"/>
    public static ParseResult Parse(string text, string? source = null, JsonLimits? limits = null)
    {
        // Half a surrogate pair must not turn into a replacement character on the way: it becomes bytes that are not UTF-8, so that it is reported.
        var half = HalfSurrogate(text);
        return half < 0
            ? Parse(Encoding.UTF8.GetBytes(text), source, limits)
            : Parse((byte[])[.. Encoding.UTF8.GetBytes(text[..half]), 0xED], source, limits);
    }

    private static ParseResult Parse(ReadOnlyMemory<byte> utf8, string? source, JsonLimits? limits, bool lend)
    {
        limits ??= JsonLimits.Default;
        var lines = new LineIndex(utf8);
        if (utf8.Length > limits.MaxBytes)
        {
            return Refuse(JsonIssues.TooLarge, new SourcePosition(source, 1, 1, 0), $"A text of {utf8.Length} bytes", $"{limits.MaxBytes} bytes");
        }

        if (!Utf8.IsValid(utf8.Span))
        {
            return Refuse(JsonIssues.Utf8, lines.Find(source, FirstInvalid(utf8.Span)));
        }

        var origin = utf8.Span.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        if (utf8.Span[origin..].IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return Refuse(JsonIssues.Empty, new SourcePosition(source, 1, 1, 0));
        }

        using var builder = new NodeTreeBuilder(utf8.Length / 16);
        using var pass = new JsonParserPass(builder, limits);
        if (origin > 0)
        {
            pass.Report(JsonIssues.ByteOrderMark, 0, 0);
        }

        var scanner = new JsonScanner(utf8.Span, origin, limits.MaxDepth);
        (IssueKind Kind, int Position, object[] Arguments)? fatal;
        try
        {
            fatal = pass.ReadRoot(ref scanner);
        }
        catch (JsonFault)
        {
            fatal = Fault(utf8.Span, origin, limits, scanner.Start);
        }

        var tree = pass.Started ? builder.Finish(utf8, isJsonText: true, lines, source, lend) : null;
        var issues = pass.Issues(tree, lines, source);
        if (fatal is { } stop)
        {
            issues.Add(stop.Kind.At(string.Empty, lines.Find(source, stop.Position), stop.Arguments));
            tree?.Release();
            tree = null;
        }

        return new ParseResult(tree, issues);
    }

    private static int HalfSurrogate(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])))
            {
                return i;
            }

            i += char.IsSurrogate(text[i]) ? 1 : 0;
        }

        return -1;
    }

    private static ParseResult Refuse(IssueKind kind, SourcePosition at, params object[] arguments) => new(null, [kind.At(string.Empty, at, arguments)]);

    /// <summary>Where a text stops being JSON, or is too deep, and why.</summary>
    /// <param name="text">The text.</param>
    /// <param name="origin">Where it begins.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="around">A place near which it must be.</param>
    private static (IssueKind Kind, int Position, object[] Arguments) Fault(ReadOnlySpan<byte> text, int origin, JsonLimits limits, int around)
    {
        var reader = new Utf8JsonReader(text[origin..], new JsonReaderOptions { MaxDepth = limits.MaxDepth, CommentHandling = JsonCommentHandling.Disallow });
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException e)
        {
            around = origin + OffsetOf(text[origin..], e.LineNumber ?? 0, e.BytePositionInLine ?? 0);
            if (reader.CurrentDepth >= limits.MaxDepth)
            {
                return (JsonIssues.TooLarge, around, ["The nesting of objects and arrays", $"{limits.MaxDepth} levels"]);
            }
        }

        return (JsonIssues.Syntax, around, [Reason(text, around)]);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var size) == System.Buffers.OperationStatus.Done)
        {
            at += size;
        }

        return at;
    }

    private static int OffsetOf(ReadOnlySpan<byte> text, long line, long byteInLine)
    {
        var at = 0;
        for (; line > 0; line--)
        {
            var end = text[at..].IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }

            at += end + 1;
        }

        return (int)Math.Min(text.Length, at + byteInLine);
    }

    /// <summary>What stands at the place where reading stopped, in words that show none of the text beyond one character.</summary>
    private static string Reason(ReadOnlySpan<byte> text, int at)
    {
        if (at >= text.Length)
        {
            return "it ends too early";
        }

        var b = text[at];
        return b switch
        {
            (byte)'/' => "comments are not part of JSON",
            (byte)',' or (byte)']' or (byte)'}' => $"'{(char)b}' stands where a value or a property is due",
            (byte)'\'' => "strings and property names go in double quotes",
            < 0x20 => $"the control character U+{b:X4} must be written as an escape",
            < 0x7F => $"unexpected '{(char)b}'",
            _ => "unexpected character",
        };
    }
}
