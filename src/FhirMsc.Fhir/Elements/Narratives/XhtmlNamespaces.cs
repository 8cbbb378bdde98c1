namespace FhirMsc.Fhir.Elements.Narratives;

/// <summary>Which namespaces prefixes stand for at a place (Namespaces in XML 1.0, section 3).</summary>
internal sealed class XhtmlNamespaces
{
    private const string Xml = "http://www.w3.org/XML/1998/namespace";
    private const string Xmlns = "http://www.w3.org/2000/xmlns/";
    private readonly List<(int Depth, string Prefix, string Uri)> declared = [];

    /// <summary>Takes a declaration; false if it is one that nobody may make.</summary>
    /// <param name="depth">Depth of the element that declares.</param>
    /// <param name="prefix">The prefix; empty for the default.</param>
    /// <param name="uri">What it stands for.</param>
    public bool Declare(int depth, ReadOnlySpan<char> prefix, ReadOnlySpan<char> uri)
    {
        // Constraints "Reserved Prefixes and Namespace Names" and "No Prefix Undeclaring".
        if (prefix is "xmlns" || uri is Xmlns || prefix is "xml" != uri is Xml || (!prefix.IsEmpty && uri.IsEmpty))
        {
            return false;
        }

        declared.Add((depth, prefix.ToString(), uri is NarrativeVocabulary.Namespace ? NarrativeVocabulary.Namespace : uri.ToString()));
        return true;
    }

    /// <summary>What a prefix stands for; null if nothing. The empty one stands for none by itself.</summary>
    public string? Of(ReadOnlySpan<char> prefix)
    {
        for (var i = declared.Count - 1; i >= 0; i--)
        {
            if (prefix.SequenceEqual(declared[i].Prefix))
            {
                return declared[i].Uri;
            }
        }

        return prefix.IsEmpty ? string.Empty : prefix is "xml" ? Xml : null;
    }

    /// <summary>Forgets what an element declared.</summary>
    public void Leave(int depth)
    {
        while (declared.Count > 0 && declared[^1].Depth >= depth)
        {
            declared.RemoveAt(declared.Count - 1);
        }
    }
}
