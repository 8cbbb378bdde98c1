using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Hooks.Requests;

/// <summary>Takes members out of a request's objects and collects what is wrong with them. A null where nothing is required counts as left out.</summary>
internal sealed class MemberReader(List<Issue> issues)
{
    /// <summary>A string that is not empty.</summary>
    /// <param name="owner">The object; one that does not exist has no members, and nothing is reported of them.</param>
    /// <param name="name">The member.</param>
    /// <param name="path">The member's path in the request.</param>
    /// <param name="required">Whether it must be there.</param>
    /// <param name="why">Behind "It is required", with a blank in front; may be empty.</param>
    public string? Text(Node owner, string name, string path, bool required, string why = "")
    {
        var member = Find(owner, name, path, required, NodeShape.Text, "a string that is not empty", why);
        if (!member.Exists)
        {
            return null;
        }

        if (member.Text is { } text && !string.IsNullOrWhiteSpace(text))
        {
            return text;
        }

        issues.Add(HookIssues.Shape.At(path, member.Position, path, "a string that is not empty"));
        return null;
    }

    /// <summary>An object.</summary>
    /// <inheritdoc cref="Text"/>
    public Node Object(Node owner, string name, string path, bool required, string why = "") =>
        Find(owner, name, path, required, NodeShape.Object, "an object", why);

    /// <summary>The items of an array; <see langword="null"/> if there is no array.</summary>
    /// <inheritdoc cref="Text"/>
    public IReadOnlyList<Node>? Array(Node owner, string name, string path, bool required, string why = "")
    {
        var first = Find(owner, name, path, required, NodeShape.Array, "an array", why);
        return !first.Exists ? null : first.Kind == NodeKind.EmptyArray && !first.IsArrayItem ? [] : [.. owner.ChildrenNamed(name)];
    }

    private Node Find(Node owner, string name, string path, bool required, NodeShape wanted, string description, string why)
    {
        if (!owner.Exists)
        {
            return default;
        }

        var member = owner.Child(name);
        var shape = NodeShapes.OfMember(member);
        if (shape == wanted)
        {
            return member;
        }

        if (shape is NodeShape.Missing or NodeShape.Null)
        {
            if (required)
            {
                issues.Add(HookIssues.Missing.At(path, member.Exists ? member.Position : owner.Position, path, why));
            }
        }
        else
        {
            issues.Add(HookIssues.Shape.At(path, member.Position, path, description));
        }

        return default;
    }
}
