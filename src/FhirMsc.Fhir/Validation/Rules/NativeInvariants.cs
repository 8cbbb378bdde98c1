using System.Collections.Frozen;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>
/// Invariants that hold on every element, as code: they are asked tens of thousands of times and the answer is a glance. A test evaluates each expression
/// beside its code on the same data.
/// </summary>
internal static class NativeInvariants
{
    private static readonly int Id = NameTable.Fhir.Find("id");
    private static readonly int Extension = NameTable.Fhir.Find("extension");

    private static readonly FrozenDictionary<string, Func<Node, bool>> All = new Dictionary<string, Func<Node, bool>>
    {
        // ele-1 of all releases: an element has a value or something besides its id.
        ["hasValue() or (children().count() > id.count())"] = HasContent,

        // ext-1: an extension has a value or extensions, never both.
        ["extension.exists() != value.exists()"] = HasValueOrExtensions,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All expressions that there is code for.</summary>
    public static IEnumerable<string> Expressions => All.Keys;

    /// <summary>The code for an expression, or null.</summary>
    public static Func<Node, bool>? Find(string expression) => All.GetValueOrDefault(expression);

    private static bool HasContent(Node node)
    {
        if (node.HasValue)
        {
            return true;
        }

        foreach (var child in node.Children)
        {
            if (child.NameNumber != Id)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasValueOrExtensions(Node node)
    {
        var (values, extensions) = (false, false);
        foreach (var child in node.Children)
        {
            values |= child.Name.Length > 5 && child.Name.StartsWith("value", StringComparison.Ordinal);
            extensions |= child.NameNumber == Extension;
        }

        return values != extensions;
    }
}
