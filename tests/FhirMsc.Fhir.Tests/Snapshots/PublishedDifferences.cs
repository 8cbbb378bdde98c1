using FhirMsc.Fhir.Tests.Packages;

namespace FhirMsc.Fhir.Tests.Snapshots;

/// <summary>The profiles and extensions of FHIR's own packages whose published snapshot is not what their differential says today, each with the reason.</summary>
internal static class PublishedDifferences
{
    private const string TypeShortcut = "Published by the rule of R3, in which a name with a type (valueQuantity) took the other types away; since R4 it is a slice, and they stay.";
    private const string ProfileConstraints = "Published with the constraints of a type's profile copied to the element; the type names the profile, which says them.";
    private const string RequiredChoice = "Published with a choice that may be left out though its one slice must be there.";

    private static readonly (string Name, string Reason, string[] Packages)[] All =
    [
        .. new[] { "bodyheight", "bodytemp", "bodyweight", "bp", "cholesterol", "hdlcholesterol", "headcircum", "heartrate", "ldlcholesterol", "oxygensat", "resprate", "triglyceride" }
            .Select(name => (name, TypeShortcut, new[] { LocalPackages.R4, LocalPackages.R4B })),
        ("bp", "Published as closed though only one of the types has a slice.", [LocalPackages.R5]),
        ("bmi", RequiredChoice, [LocalPackages.R4]),
        ("devicemetricobservation", RequiredChoice, [LocalPackages.R4]),
        ("cholesterol", ProfileConstraints, [LocalPackages.R5]),
        ("hdlcholesterol", ProfileConstraints, [LocalPackages.R5]),
        ("ldlcholesterol", ProfileConstraints, [LocalPackages.R5]),
        ("familymemberhistory-genetic", "Has slices without a word on how to tell them apart.", [LocalPackages.R4, LocalPackages.R4B]),
        ("clinicaldocument", "Published with an extension allowed more often than its definition says.", [LocalPackages.R4]),
        ("codesystem-history", "Prohibits an element and asks for its slices.", [LocalPackages.R4, LocalPackages.R4B]),
        ("elementdefinition-de", "Published with the content of extensions spelt out that the differential does not step into.", [LocalPackages.R4]),
        ("provenance-relevant-history", "Published with a content reference that leads to a slice; the element is the type's.", [LocalPackages.R4]),
        ("ebmrecommendation", "The differential leaves [x] out of the names of choices.", [LocalPackages.R5]),
        ("executablevalueset", "Steps into an extension that has moved to another package.", [LocalPackages.R5]),
    ];

    /// <summary>Names of the structures of a package.</summary>
    public static IEnumerable<string> Of(string package) => All.Where(row => row.Packages.Contains(package)).Select(row => row.Name);
}
