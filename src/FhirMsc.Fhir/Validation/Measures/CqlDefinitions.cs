using System.Text;
using System.Text.RegularExpressions;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Measures;

/// <summary>The names that the CQL in a Library defines, read from its text without compiling it.</summary>
internal static partial class CqlDefinitions
{
    /// <summary>The names; <see langword="null"/> if the Library carries no CQL.</summary>
    public static HashSet<string>? Of(Node library)
    {
        HashSet<string>? names = null;
        foreach (var content in library.ChildrenNamed("content").Where(content => content.Child("contentType").Text is { } type && type.StartsWith("text/cql", StringComparison.Ordinal)))
        {
            if (content.Child("data").Text is not { } data)
            {
                continue;
            }

            try
            {
                var text = Encoding.UTF8.GetString(Convert.FromBase64String(data));
                names ??= new HashSet<string>(StringComparer.Ordinal);
                names.UnionWith(Definition().Matches(text).Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value));
            }
            catch (FormatException)
            {
                // No base64: the element's own check says so, and there is nothing to read here.
                continue;
            }
        }

        return names;
    }

    /// <summary>CQL grammar, expressionDefinition and functionDefinition: <c>define ["public" | "private"] ["function"] identifier</c>.</summary>
    [GeneratedRegex("""(?m)^\s*define\s+(?:(?:public|private|fluent|function)\s+)*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[A-Za-z_][A-Za-z0-9_]*))""", RegexOptions.CultureInvariant)]
    private static partial Regex Definition();
}
