using System.Collections.Frozen;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>Published expressions that do not say what the words beside them say, and what they should be. The words are the rule.</summary>
internal static class InvariantErrata
{
    private static readonly FrozenDictionary<string, string> Corrections = new Dictionary<string, string>
    {
        // que-12 of R4 and R4B: "If there are more than one enableWhen, enableBehavior must be specified".
        ["enableWhen.count() > 2 implies enableBehavior.exists()"] = "enableWhen.count() > 1 implies enableBehavior.exists()",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The expression to use for a published one.</summary>
    public static string Correct(string expression) => Corrections.GetValueOrDefault(expression, expression);
}
