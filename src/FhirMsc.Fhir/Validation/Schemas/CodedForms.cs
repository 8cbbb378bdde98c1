using System.Collections.Frozen;

namespace FhirMsc.Fhir.Validation.Schemas;

/// <summary>The types that hold codes.</summary>
internal static class CodedForms
{
    private static readonly FrozenDictionary<string, CodedForm> Forms = new Dictionary<string, CodedForm>
    {
        ["code"] = CodedForm.Code,
        ["string"] = CodedForm.Code,
        ["uri"] = CodedForm.Code,
        ["url"] = CodedForm.Code,
        ["canonical"] = CodedForm.Code,
        ["Coding"] = CodedForm.Coding,
        ["CodeableConcept"] = CodedForm.Concept,
        ["Quantity"] = CodedForm.Quantity,
        ["Age"] = CodedForm.Quantity,
        ["Count"] = CodedForm.Quantity,
        ["Distance"] = CodedForm.Quantity,
        ["Duration"] = CodedForm.Quantity,
        ["CodeableReference"] = CodedForm.ConceptOrReference,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How a type holds codes.</summary>
    public static CodedForm Of(string typeName) => Forms.GetValueOrDefault(typeName);
}
