using System.Xml;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Xml;

/// <summary>
/// Reads FHIR XML (https://hl7.org/fhir/R4/xml.html) into the same tree that the JSON parser makes. It needs the definitions of a release, since XML does
/// not say what is a list, a number or a boolean. DTDs and external entities are refused. Never throws on bad input.
/// </summary>
public static class XmlParser
{
    /// <summary>Reads one text.</summary>
    /// <param name="text">The bytes, in UTF-8 or whatever the XML declaration or a byte order mark says.</param>
    /// <param name="model">Definitions of the release that the text is written in.</param>
    /// <param name="source">Name for positions in issues, such as the file's.</param>
    /// <param name="limits">What to refuse; <see cref="JsonLimits.Default"/> if <see langword="null"/>.</param>
    public static ParseResult Parse(ReadOnlyMemory<byte> text, FhirModel model, string? source = null, JsonLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        limits ??= JsonLimits.Default;
        if (text.Length > limits.MaxBytes)
        {
            return new ParseResult(null, [XmlIssues.TooLarge.At(string.Empty, new SourcePosition(source, 1, 1), $"A text of {text.Length} bytes", $"{limits.MaxBytes} bytes")]);
        }

        // Decoded first, because a narrative is kept exactly as it is spelt, which the XML reader cannot give back.
        var characters = XmlEncoding.Decode(text.Span, out var fault);
        using var builder = new NodeTreeBuilder(text.Length / 24);
        using var characterReader = new StringReader(characters);
        using var reader = XmlReader.Create(characterReader, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = limits.MaxBytes,
        });
        var pass = new XmlParserPass(builder, reader, characters, model, limits);
        Issue? fatal = null;
        try
        {
            fatal = pass.ReadRoot(source);
        }
        catch (XmlException e)
        {
            fatal = XmlIssues.Syntax.At(string.Empty, new SourcePosition(source, Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition)));
        }

        var tree = builder.Count > 0 ? pass.Finish(source) : null;
        var issues = pass.Issues(tree, source);
        if (fault >= 0)
        {
            issues.Insert(0, XmlIssues.Encoding.At(string.Empty, Place(characters, fault, source)));
        }

        if (fatal is not null)
        {
            issues.Add(fatal);
            tree = null;
        }

        return new ParseResult(tree, issues);
    }

    private static SourcePosition Place(string characters, int at, string? source)
    {
        var before = characters.AsSpan(0, at);
        return new SourcePosition(source, before.Count('\n') + 1, at - before.LastIndexOf('\n'));
    }
}
