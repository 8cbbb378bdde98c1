using System.Text;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions;

/// <summary>A value that a definition holds (fixed, pattern, least or greatest value): FHIR data with its type.</summary>
public sealed class ElementValue
{
    private NodeTree? tree;

    /// <param name="typeName">Name of its FHIR type.</param>
    /// <param name="json">A compact JSON object whose one element is the value.</param>
    internal ElementValue(string typeName, string json)
    {
        TypeName = typeName;
        Json = json;
    }

    /// <summary>Name of the FHIR type, e.g. <c>CodeableConcept</c> or <c>code</c>.</summary>
    public string TypeName { get; }

    /// <summary>A compact JSON object whose one element (in two halves, if a primitive has an id or extensions) is the value: <c>{"patternCode":"final"}</c>.</summary>
    public string Json { get; }

    /// <summary>The value. Read from <see cref="Json"/> when first asked for; its positions are those in <see cref="Json"/>.</summary>
    public Node Node
    {
        get
        {
            // Two threads may both read it; either tree will do.
            tree ??= JsonParser.Parse(Encoding.UTF8.GetBytes(Json)).Tree;
            foreach (var child in tree!.Root.Children)
            {
                return child;
            }

            return default;
        }
    }

    /// <summary>The JSON.</summary>
    public override string ToString() => Json;
}
