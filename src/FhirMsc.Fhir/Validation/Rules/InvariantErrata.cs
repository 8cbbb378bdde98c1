using System.Collections.Frozen;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>Published expressions that do not say what the words beside them say, and what they should be. The words are the rule.</summary>
internal static class InvariantErrata
{
    private const string Eld11 =
        "binding.empty() or type.code.empty() or type.code.contains(\":\") or type.select((code = 'code') or (code = 'Coding') or (code='CodeableConcept') or (code = 'Quantity') or (code = 'string') or (code = 'uri') or (code = 'Duration')).exists()";

    private static readonly FrozenDictionary<string, string> Corrections = new Dictionary<string, string>
    {
        // que-12 of R4 and R4B: "If there are more than one enableWhen, enableBehavior must be specified".
        ["enableWhen.count() > 2 implies enableBehavior.exists()"] = "enableWhen.count() > 1 implies enableBehavior.exists()",

        // que-7 of R4 and R4B: "If the operator is 'exists', the value must be a boolean". FHIR's boolean is not FHIRPath's Boolean.
        ["operator = 'exists' implies (answer is Boolean)"] = "operator = 'exists' implies (answer is boolean)",

        // eld-11 of R5 has a string in double quotes, which FHIRPath does not know, and asks all type codes at once what can be asked of one.
        [Eld11] = Eld11.Replace("type.code.contains(\":\")", "type.code.where(contains(':')).exists()", StringComparison.Ordinal),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The expression to use for a published one.</summary>
    public static string Correct(string expression) => Corrections.GetValueOrDefault(expression, expression);
}
