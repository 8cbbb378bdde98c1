using System.Collections.Frozen;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Terminology;

/// <summary>The codes of one CodeSystem resource (https://hl7.org/fhir/R4/codesystem.html).</summary>
public sealed class CodeSystemContent
{
    private readonly FrozenSet<string> codes;

    private CodeSystemContent(string url, bool isComplete, bool isCaseSensitive, IEnumerable<string> codes)
    {
        Url = url;
        IsComplete = isComplete;
        IsCaseSensitive = isCaseSensitive;
        this.codes = codes.ToFrozenSet(isCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Canonical URL, which is the <c>system</c> of codings.</summary>
    public string Url { get; }

    /// <summary>Whether <c>content</c> is <c>complete</c>, so that a code that is not listed does not exist.</summary>
    public bool IsComplete { get; }

    /// <summary>Whether the case of codes matters; taken as yes where the resource does not say, as R4 advises.</summary>
    public bool IsCaseSensitive { get; }

    /// <summary>Reads a CodeSystem.</summary>
    /// <returns>Its content, or <see langword="null"/> if it has no url.</returns>
    public static CodeSystemContent? Read(Node codeSystem)
    {
        var url = codeSystem.Child("url");
        return url.Exists && url.Text is { } text
            ? new CodeSystemContent(text, codeSystem.Child("content") is { Exists: true, Text: "complete" }, codeSystem.Child("caseSensitive") is not { Exists: true, Kind: NodeKind.False }, Codes(codeSystem))
            : null;
    }

    /// <summary>Whether the system has a code.</summary>
    public Membership Has(string code) => codes.Contains(code) ? Membership.Yes : IsComplete ? Membership.No : Membership.CannotTell;

    private static IEnumerable<string> Codes(Node parent)
    {
        foreach (var concept in parent.ChildrenNamed("concept"))
        {
            if (concept.Child("code") is { Exists: true, Text: { } code })
            {
                yield return code;
            }

            foreach (var below in Codes(concept))
            {
                yield return below;
            }
        }
    }
}
