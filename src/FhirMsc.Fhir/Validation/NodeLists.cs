using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation;

/// <summary>Asks nodes that may not be there.</summary>
internal static class NodeLists
{
    /// <summary>All children with a name; none of a node that does not exist.</summary>
    public static IEnumerable<Node> ChildrenIfAny(this Node node, string name) => node.Exists ? node.ChildrenNamed(name) : [];
}
