using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Artifacts.Writing;

/// <summary>
/// Brings a resource into the form that its release defines: elements in the order of the definition, arrays exactly where an element repeats. Builders
/// say what is in a resource and need not know that an element repeats in one release and stands alone in another.
/// </summary>
internal static class Shape
{
    /// <summary>The same resource in form.</summary>
    /// <param name="model">The release.</param>
    /// <param name="resource">The resource, <c>resourceType</c> included.</param>
    /// <exception cref="InvalidOperationException">The release has no such type or element, or an element has more values than it may have.</exception>
    public static Element Resource(FhirModel model, Element resource)
    {
        var name = (string)resource.Members.First(member => member.Name == "resourceType").Values[0];
        var type = model.FindType(name) ?? throw new InvalidOperationException($"{model.Release} has no resource type {name}.");
        return Arrange(model, resource, type, name);
    }

    private static Element Arrange(FhirModel model, Element element, TypeDefinition type, string path)
    {
        var arranged = element.Members.Select(member => Arrange(model, member, type, path)).OrderBy(member => member.Order).Select(member => member.Member);
        var result = new Element(element.Origin);
        result.Take(arranged);
        return result;
    }

    private static (int Order, Member Member) Arrange(FhirModel model, Member member, TypeDefinition type, string path)
    {
        if (member.Name == "resourceType")
        {
            return (-1, member);
        }

        var below = $"{path}.{member.Name}";
        if (!type.TryFindChild(member.Name, out var element, out var childType))
        {
            throw new InvalidOperationException($"{model.Release} has no element {below}.");
        }

        var repeats = element.Max > 1;
        if (!repeats && member.Values.Count > 1)
        {
            throw new InvalidOperationException($"{below} may stand once in {model.Release} and has {member.Values.Count} values.");
        }

        var values = member.Values.Select(value => value switch
        {
            Element child when child.Members.Any(inner => inner.Name == "resourceType") => Resource(model, child),
            Element child when childType is not null => Arrange(model, child, childType, below),
            _ => value,
        });
        return (type.OrderOf(element), member with { IsArray = repeats, Values = [.. values] });
    }
}
