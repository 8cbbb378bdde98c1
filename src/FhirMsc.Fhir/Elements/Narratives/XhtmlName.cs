namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>A name by its place in the text (Namespaces in XML, section 4: <c>QName</c>).</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">Its length, prefix included.</param>
/// <param name="PrefixLength">Length of the prefix without its colon; 0 where there is none.</param>
internal readonly record struct XhtmlName(int Start, int Length, int PrefixLength)
{
    /// <summary>The name as written.</summary>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Length);

    /// <summary>The prefix; empty where there is none.</summary>
    public ReadOnlySpan<char> PrefixOf(ReadOnlySpan<char> text) => text.Slice(Start, PrefixLength);

    /// <summary>The name without its prefix.</summary>
    public ReadOnlySpan<char> LocalOf(ReadOnlySpan<char> text) => PrefixLength == 0 ? Of(text) : text[(Start + PrefixLength + 1)..(Start + Length)];
}
