using System.Collections.Frozen;
using FhirMsc.Fhir.Definitions;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>
/// Places where extensions of HL7's may stand although the definition at hand does not name them, because the specification itself puts them there or a later
/// publication of the same extension says so.
/// </summary>
internal static class ContextErrata
{
    private const string Hl7 = "http://hl7.org/fhir/StructureDefinition/";

    private static readonly FrozenDictionary<string, ExtensionContext[]> Additional = new Dictionary<string, ExtensionContext[]>
    {
        // R4 names a primitive's code; its own definitions, and the extensions pack, have it on the type.
        [Hl7 + "structuredefinition-fhir-type"] = [Element("ElementDefinition.type")],
        [Hl7 + "regex"] = [Element("ElementDefinition.type")],

        // The extensions pack has it wherever R4 put it.
        [Hl7 + "structuredefinition-normative-version"] = [Element("CanonicalResource"), Element("ElementDefinition")],

        // R4 has them on an attachment, the extensions pack on an action of a plan; data may be written by either.
        [Hl7 + "cqf-qualityOfEvidence"] = [Element("Attachment"), Element("PlanDefinition.action")],
        [Hl7 + "cqf-strengthOfRecommendation"] = [Element("Attachment"), Element("PlanDefinition.action")],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The contexts to add to those of a definition.</summary>
    public static IEnumerable<ExtensionContext> For(string url) => Additional.GetValueOrDefault(url, []);

    private static ExtensionContext Element(string expression) => new("element", expression);
}
