using System.Collections.Frozen;
using FhirMsc.Fhir.Validation.Walks;

namespace FhirMsc.Fhir.Validation.Rules;

/// <summary>
/// Observations with the "magic" LOINC code of a vital sign must conform to that vital sign's profile, whether they claim it or not
/// (https://hl7.org/fhir/R4/observation-vitalsigns.html).
/// </summary>
internal sealed class VitalSignsRule : ITypeRule
{
    private const string Profiles = "http://hl7.org/fhir/StructureDefinition/";

    private static readonly FrozenDictionary<string, string> ByCode = new Dictionary<string, string>
    {
        ["85353-1"] = "vitalspanel",
        ["9279-1"] = "resprate",
        ["8867-4"] = "heartrate",
        ["2708-6"] = "oxygensat",
        ["8310-5"] = "bodytemp",
        ["8302-2"] = "bodyheight",
        ["9843-4"] = "headcircum",
        ["29463-7"] = "bodyweight",
        ["39156-5"] = "bmi",
        ["85354-9"] = "bp",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public string TypeName => "Observation";

    public void Check(in RuleContext context, IssueSink sink)
    {
        var (node, _, run) = context;
        foreach (var coding in node.Child("code").Exists ? node.Child("code").ChildrenNamed("coding") : [])
        {
            if (coding.Child("system").Text == "http://loinc.org" && coding.Child("code").Text is { } code && ByCode.TryGetValue(code, out var profile) && run.TypeOf(node) is { } type)
            {
                ProfileWalk.Check(node, type, Profiles + profile, run);
            }
        }
    }
}
