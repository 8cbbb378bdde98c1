using System.Collections.Frozen;

namespace FhirMsc.Decisions.Sites;

/// <summary>
/// Addresses by which code systems go in the wild, brought down to the one that the value sets use (THO NamingSystems), and codes whose spelling varies.
/// </summary>
internal static class SystemNames
{
    private const string Icd10Cm = "http://hl7.org/fhir/sid/icd-10-cm";
    private const string Icd10Pcs = "http://www.cms.gov/Medicare/Coding/ICD10";

    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["urn:oid:2.16.840.1.113883.6.96"] = "http://snomed.info/sct",
        ["urn:oid:2.16.840.1.113883.6.1"] = "http://loinc.org",
        ["urn:oid:2.16.840.1.113883.6.90"] = Icd10Cm,
        ["urn:oid:2.16.840.1.113883.6.4"] = Icd10Pcs,
        ["http://terminology.hl7.org/CodeSystem/icd10PCS"] = Icd10Pcs,
        ["http://hl7.org/fhir/sid/icd-10-pcs"] = Icd10Pcs,
        ["urn:oid:2.16.840.1.113883.6.285"] = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
        ["https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"] = "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The one address of a code system.</summary>
    public static string Plain(string system) => Aliases.GetValueOrDefault(system, system);

    /// <summary>The one spelling of a code for comparing it: ICD codes without the dot and in capitals, all others as they are (no zero is trimmed).</summary>
    public static string Plain(string system, string code) => Plain(system) is Icd10Cm or Icd10Pcs or "http://hl7.org/fhir/sid/icd-10" ? code.Replace(".", string.Empty, StringComparison.Ordinal).ToUpperInvariant() : code;

    /// <summary>The spelling of a code that value sets use: ICD-10-CM has its dot behind the third character.</summary>
    public static string Listed(string system, string code) => ListedIn(Plain(system), code);

    /// <summary>The same for a system that goes by its one address already.</summary>
    public static string ListedIn(string plainSystem, string code)
    {
        if (plainSystem is not Icd10Cm || IsListed(code))
        {
            return code;
        }

        var plain = Plain(plainSystem, code);
        return plain.Length > 3 ? $"{plain[..3]}.{plain[3..]}" : plain;
    }

    /// <summary>Whether a code has the spelling of ICD-10-CM already, as nearly all have: three characters, a dot, and the rest.</summary>
    private static bool IsListed(string code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            if (i == 3 ? code[i] != '.' : !char.IsAsciiLetterUpper(code[i]) && !char.IsAsciiDigit(code[i]))
            {
                return false;
            }
        }

        return code.Length != 4;
    }
}
