using System.Buffers;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Terminology.Grammars;

/// <summary>
/// MIME types (BCP 13): <c>type/subtype</c> in the restricted names of RFC 6838 section 4.2, then parameters as RFC 2045 section 5.1 writes them. New subtypes
/// and unregistered ones (<c>x.</c>, <c>vnd.</c>) are legal, top-level types are few and closed.
/// </summary>
internal sealed class MimeTypeGrammar : ICodeGrammar
{
    private const string Name = "MIME type: type/subtype, then parameters";
    private const int MaxNameLength = 127;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&-^_.+");

    /// <summary>RFC 2045 section 5.1: a token has all printable characters but space and <c>()&lt;&gt;@,;:\"/[]?=</c>.</summary>
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`{|}~");

    /// <summary>The top-level types that RFCs have registered (RFC 2046, 2077, 4735, 8081, 9695).</summary>
    private static readonly string[] TopLevelTypes = ["application", "audio", "example", "font", "haptics", "image", "message", "model", "multipart", "text", "video"];

    /// <summary>
    /// R4, RESTful API, content types, and CapabilityStatement.format ("xml | json | ttl | mime type"): these words stand for FHIR's own MIME types in places.
    /// Which place it is the grammar does not know.
    /// </summary>
    private static readonly string[] Shorthands = ["xml", "json", "ttl"];

    public string System => "urn:ietf:bcp:13";

    public bool IsCaseSensitive => false;

    public MembershipAnswer Has(string code)
    {
        if (Array.IndexOf(Shorthands, code) >= 0)
        {
            return MembershipAnswer.CannotTell(TerminologyIssues.MimeShorthand, System, code);
        }

        var text = code.AsSpan();
        var end = text.IndexOf(';');
        var name = (end < 0 ? text : text[..end]).TrimEnd(' ');
        var slash = name.IndexOf('/');
        if (slash < 0 || !IsName(name[..slash]) || !IsName(name[(slash + 1)..]) || (end >= 0 && !AreParameters(text[end..])))
        {
            return MembershipAnswer.No(TerminologyIssues.IllFormedCode, System, Name);
        }

        foreach (var type in TopLevelTypes)
        {
            if (name[..slash].Equals(type, StringComparison.OrdinalIgnoreCase))
            {
                return MembershipAnswer.Yes;
            }
        }

        return MembershipAnswer.CannotTell(TerminologyIssues.Unregistered, System, $"the top-level type '{name[..slash]}'");
    }

    private static bool IsName(ReadOnlySpan<char> name) =>
        name.Length is > 0 and <= MaxNameLength && char.IsAsciiLetterOrDigit(name[0]) && name.IndexOfAnyExcept(NameCharacters) < 0;

    /// <summary><c>*(";" attribute "=" value)</c>, with white space where mail has it.</summary>
    private static bool AreParameters(ReadOnlySpan<char> rest)
    {
        while (rest.Length > 0)
        {
            rest = rest[0] == ';' ? rest[1..].TrimStart(' ') : default;
            var equals = rest.IndexOf('=');
            if (equals < 1 || rest[..equals].IndexOfAnyExcept(TokenCharacters) >= 0)
            {
                return false;
            }

            rest = rest[(equals + 1)..];
            var length = rest is ['"', ..] ? Quoted(rest) : rest.IndexOfAnyExcept(TokenCharacters) is var stop && stop < 0 ? rest.Length : stop;
            if (length <= 0)
            {
                return false;
            }

            rest = rest[length..].TrimStart(' ');
        }

        return true;
    }

    /// <summary>Length of a quoted string with both quotes; 0 if it does not end.</summary>
    private static int Quoted(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '"':
                    return i + 1;
                default:
                    break;
            }
        }

        return 0;
    }
}
