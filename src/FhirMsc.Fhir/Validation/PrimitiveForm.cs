using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation;

/// <summary>The JSON form and the lexical form of a primitive type (https://hl7.org/fhir/R4/datatypes.html#primitive), and the values that only look right.</summary>
internal sealed class PrimitiveForm
{
    private static readonly FrozenDictionary<string, PrimitiveForm> Forms = new Dictionary<string, PrimitiveForm>
    {
        ["boolean"] = new("true or false", Anything, "true or false"),
        ["integer"] = new("a number", static text => IsWhole(text, int.MinValue), "a whole number from -2147483648 to 2147483647"),
        ["unsignedInt"] = new("a number", static text => IsWhole(text, 0), "a whole number from 0 to 2147483647"),
        ["positiveInt"] = new("a number", static text => IsWhole(text, 1), "a whole number from 1 to 2147483647"),
        ["integer64"] = new("a string", static text => Utf8Parser.TryParse(text, out long _, out var used) && used == text.Length && IsPlainWhole(text), "a whole number of at most 64 bits"),
        ["decimal"] = new("a number", IsDecimal, "digits with '.' as decimal sign"),
        ["date"] = new("a string", DateForm.IsDate, "YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists"),
        ["dateTime"] = new("a string", DateForm.IsDateTime, "YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss with a time zone, and a day that exists"),
        ["instant"] = new("a string", DateForm.IsInstant, "YYYY-MM-DDThh:mm:ss with a time zone, and a day that exists"),
        ["time"] = new("a string", DateForm.IsTime, "hh:mm:ss without a time zone"),
        ["code"] = new("a string", TextForm.IsCode, "no white space at either end, and single spaces only inside"),
        ["id"] = new("a string", TextForm.IsId, "1 to 64 letters A-Z a-z, digits, '-' and '.'"),
        ["uri"] = new("a string", TextForm.IsUri, "no white space, and what starts with urn:uuid: or urn:oid: must be one"),
        ["url"] = new("a string", TextForm.IsUri, "no white space, and what starts with urn:uuid: or urn:oid: must be one"),
        ["canonical"] = new("a string", TextForm.IsUri, "no white space, and what starts with urn:uuid: or urn:oid: must be one"),
        ["oid"] = new("a string", TextForm.IsOid, "urn:oid: and a dotted number"),
        ["uuid"] = new("a string", TextForm.IsUuid, "urn:uuid: and a UUID in lower case"),
        ["base64Binary"] = new("a string", TextForm.IsBase64, "base64 in groups of four"),
        ["string"] = new("a string", TextForm.HasText, "at least one character that is not white space, and no control characters but tab and line ends"),
        ["markdown"] = new("a string", TextForm.HasText, "at least one character that is not white space, and no control characters but tab and line ends"),
        ["xhtml"] = new("a string", Anything, "XHTML"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly Test test;
    private readonly bool isFree;
    private readonly bool isBoolean;
    private readonly bool isNumber;

    private PrimitiveForm(string due, Test test, string words)
    {
        Due = due;
        Words = words;
        this.test = test;
        isFree = test == Anything;
        isBoolean = due == "true or false";
        isNumber = due == "a number";
    }

    /// <summary>Whether bytes have a form.</summary>
    /// <param name="utf8">The value, decoded.</param>
    private delegate bool Test(ReadOnlySpan<byte> utf8);

    /// <summary>The kind of JSON value, in words.</summary>
    public string Due { get; }

    /// <summary>The lexical form, in words.</summary>
    public string Words { get; }

    /// <summary>The form of a primitive type; types that the specification adds later are strings.</summary>
    public static PrimitiveForm Of(string typeName) => Forms.GetValueOrDefault(typeName) ?? Forms["string"];

    /// <summary>What a JSON value is, in words.</summary>
    public static string Found(NodeKind kind) => kind switch
    {
        NodeKind.True or NodeKind.False => "true or false",
        NodeKind.Number => "a number",
        _ => "a string",
    };

    /// <summary>Whether JSON writes it that way.</summary>
    public bool IsWrittenAs(NodeKind kind) => kind switch
    {
        NodeKind.True or NodeKind.False => isBoolean,
        NodeKind.Number => isNumber,
        _ => !isBoolean && !isNumber,
    };

    /// <summary>Whether a text has the form.</summary>
    public bool Holds(string text) => test(Encoding.UTF8.GetBytes(text));

    /// <summary>Whether the value of a node has the form.</summary>
    public bool Holds(Node node) => isFree || test(node.IsEscaped ? Encoding.UTF8.GetBytes(node.Text!) : node.RawValue);

    private static bool Anything(ReadOnlySpan<byte> text) => true;

    private static bool IsWhole(ReadOnlySpan<byte> text, int least) =>
        Utf8Parser.TryParse(text, out int value, out var used) && used == text.Length && value >= least && IsPlainWhole(text);

    /// <summary>No leading zero, no minus zero: the regular expression of the specification has neither.</summary>
    private static bool IsPlainWhole(ReadOnlySpan<byte> text)
    {
        var digits = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        return digits.Length > 0 && (digits[0] != '0' || text.Length == 1);
    }

    private static bool IsDecimal(ReadOnlySpan<byte> text)
    {
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var start = at;
        at = Digits(text, at);
        if (at == start || (text[start] == '0' && at > start + 1))
        {
            return false;
        }

        if (at < text.Length && text[at] == '.')
        {
            var fraction = at + 1;
            at = Digits(text, fraction);
            if (at == fraction)
            {
                return false;
            }
        }

        if (at < text.Length && text[at] is (byte)'e' or (byte)'E')
        {
            at++;
            at += at < text.Length && text[at] is (byte)'+' or (byte)'-' ? 1 : 0;
            var exponent = at;
            at = Digits(text, at);
            if (at == exponent)
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static int Digits(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
        {
            at++;
        }

        return at;
    }
}
