using FhirMsc.Conformance.Inputs;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Xml;

namespace FhirMsc.Conformance.Runs;

/// <summary>Checks one text: reads it, finds out its release, validates it and sorts the findings by resource. Safe to use from several threads.</summary>
/// <param name="validators">The validators of the releases.</param>
/// <param name="options">How to check.</param>
public sealed class DocumentCheck(ReleaseValidators validators, CheckOptions options)
{
    /// <summary>How many bytes at the start of a file tell text from anything else.</summary>
    private const int Sniffed = 8000;

    /// <summary>Checks a text. Whatever is wrong with it is a finding.</summary>
    public CheckedDocument Check(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Problems.Count > 0)
        {
            return Failed(document, document.Problems);
        }

        try
        {
            var text = document.Load();
            var zero = text.Span[..Math.Min(text.Length, Sniffed)].IndexOf((byte)0);
            return zero >= 0 && !IsUtf16(text.Span) ? Failed(document, [InputIssues.Binary.At(string.Empty, Start(document), zero)]) : Check(document, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(document, [InputIssues.Unreadable.At(string.Empty, Start(document), DocumentReader.Reason(e))]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of ours at one resource must neither end the run over all others nor pass for "nothing found".
            return Failed(document, [InputIssues.ToolFailure.At(string.Empty, Start(document), e.GetType().Name)]);
        }
    }

    private CheckedDocument Check(Document document, ReadOnlyMemory<byte> text)
    {
        var release = options.Release ?? document.Release;
        var isXml = IsUtf16(text.Span) || text.Span.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8).StartsWith("<"u8);
        var parsed = Parse(document, text, isXml, release ?? FhirRelease.R4);
        if (parsed.Tree is not { } tree)
        {
            return Failed(document, parsed.Issues);
        }

        if (release is null && ReleaseDetection.Of(tree.Root) is { } stated && stated != FhirRelease.R4)
        {
            // XML can't be read without knowing the release, so it is read again (from the same bytes) when it turns out to be another.
            parsed = isXml ? Parse(document, text, isXml, stated) : parsed;
            (release, tree) = (stated, parsed.Tree ?? tree);
        }

        var root = tree.Root;
        if (root.ResourceType is null)
        {
            var reason = NotResource(root);
            return document.File.IsNamed
                ? Failed(document, [.. parsed.Issues, InputIssues.NotResource.At(string.Empty, root.Position, reason)])
                : Failed(document, [InputIssues.Skipped.At(string.Empty, root.Position, reason)]) with { IsSkipped = true };
        }

        release ??= FhirRelease.R4;
        var issues = parsed.Issues.Concat(validators.For(release).Validate(root, validators.Fitting(options.Profiles, root, release)));
        return new CheckedDocument { Document = document, Release = release, Resources = ResourceSorter.Sort(document, root, [.. issues.Select(issue => Shift(document, issue))]) };
    }

    private ParseResult Parse(Document document, ReadOnlyMemory<byte> text, bool isXml, FhirRelease release) => isXml
        ? XmlParser.Parse(text, FhirModel.For(release), document.Name, options.Limits)
        : JsonParser.Parse(text, document.Name, options.Limits);

    private CheckedDocument Failed(Document document, IReadOnlyList<Issue> issues) => new()
    {
        Document = document,
        Release = options.Release ?? document.Release ?? FhirRelease.R4,
        Resources =
        [
            new CheckedResource
            {
                ResourceType = null,
                Id = null,
                Line = document.FirstLine,
                Findings = [.. issues.Select(issue => new Finding(document.Name, Shift(document, issue), Origin: null))],
            },
        ],
    };

    private static string NotResource(Node root) =>
        root.HasValue || !root.HasChildren ? "there is no object in it"
        : "there is no 'resourceType' in it";

    private static SourcePosition Start(Document document) => new(document.Name, document.FirstLine, 1, document.FirstOffset);

    private static bool IsUtf16(ReadOnlySpan<byte> text) => text.StartsWith([(byte)0xFE, (byte)0xFF]) || text.StartsWith([(byte)0xFF, (byte)0xFE]);

    /// <summary>Positions count inside the text; a line of a file knows where the file has it.</summary>
    private static Issue Shift(Document document, Issue issue) => document.FirstLine == 1 || issue.Position is not { } at || document.Problems.Count > 0
        ? issue
        : issue with { Position = at with { Line = at.Line + document.FirstLine - 1, Offset = at.Offset < 0 ? at.Offset : at.Offset + document.FirstOffset } };
}
