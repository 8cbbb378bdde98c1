using System.Collections.Frozen;
using System.Text;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Schemas;

/// <summary>All codes of a value set without their systems: what an element of type <c>code</c> is looked up in. Immutable.</summary>
internal sealed class CodeList
{
    private const int LongestCode = 256;

    private readonly FrozenSet<string> codes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private CodeList(IEnumerable<string> codes)
    {
        this.codes = codes.ToFrozenSet(StringComparer.Ordinal);
        lookup = this.codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The codes of an expansion; null unless these are all.</summary>
    public static CodeList? Of(ValueSetExpansion expansion) =>
        expansion is { IsComplete: true, Codes.Count: > 0 } ? new CodeList(expansion.Codes.Where(code => !code.IsAbstract).Select(code => code.Code)) : null;

    /// <summary>Whether the list has the value of a node.</summary>
    public bool Has(Node node)
    {
        var raw = node.RawValue;
        if (node.IsEscaped || raw.Length > LongestCode)
        {
            return codes.Contains(node.Text!);
        }

        Span<char> text = stackalloc char[LongestCode];
        return lookup.Contains(text[..Encoding.UTF8.GetChars(raw, text)]);
    }

    /// <summary>The code that was most likely meant, or null if none is near.</summary>
    public string? Nearest(string code) => NearestName.Of(code, codes);
}
