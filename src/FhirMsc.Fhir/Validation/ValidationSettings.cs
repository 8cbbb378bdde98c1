using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.FhirPath.Ports;
using FhirMsc.Fhir.Issues;

namespace FhirMsc.Fhir.Validation;

/// <summary>Everything a <see cref="ResourceValidator"/> goes by. Immutable.</summary>
public sealed record ValidationSettings
{
    private IDefinitionSource? definitions;

    /// <summary>The release: its types say which elements there are.</summary>
    public required FhirModel Model { get; init; }

    /// <summary>Where profiles, extensions and value sets are looked up; <see cref="Model"/> alone if not given. Snapshots that are missing are made.</summary>
    public IDefinitionSource Definitions
    {
        get => definitions ?? Model;
        init => definitions = value;
    }

    /// <summary>Who says whether a code is in a value set; <see langword="null"/> for what <see cref="Definitions"/> tell, with no server asked.</summary>
    public ITerminologyPort? Terminology { get; init; }

    /// <summary>Where references lead that go out of the resource or Bundle; <see langword="null"/> if nothing else is at hand.</summary>
    public IReferencePort? References { get; init; }

    /// <summary>How far references are followed.</summary>
    public ReferenceChecking ReferenceChecking { get; init; }

    /// <summary>
    /// Whether every reference is taken for an address on a server, so that the type of resource in it is the target's even if nobody looks there. If not,
    /// a type that only a profile forbids is a warning as long as the target is not at hand.
    /// </summary>
    public bool AssumesRestReferences { get; init; }

    /// <summary>
    /// Profiles by resource type that every resource of that type must conform to, as <c>ImplementationGuide.global</c> states them
    /// (https://hl7.org/fhir/R4/implementationguide.html).
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> GlobalProfiles { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>How bad it is when advice is not followed (invariants marked as best practice); <see langword="null"/> to say nothing.</summary>
    public Severity? BestPractice { get; init; } = Severity.Warning;

    /// <summary>How bad an extension is that no definition is found for; <see langword="null"/> to say nothing. Modifier extensions are always errors.</summary>
    public Severity? UnknownExtension { get; init; } = Severity.Error;

    /// <summary>How bad it is when <c>meta.profile</c> claims a profile that is not found; <see langword="null"/> to say nothing.</summary>
    public Severity? UnknownProfile { get; init; } = Severity.Warning;

    /// <summary>How bad it is when a required binding can't be told, because the codes are not at hand; <see langword="null"/> to say nothing.</summary>
    public Severity? UntoldBinding { get; init; } = Severity.Warning;

    /// <summary>How bad a display is that is not the code's.</summary>
    public Severity? WrongDisplay { get; init; } = Severity.Warning;

    /// <summary>
    /// Prefixes of the URLs of extensions that need no definition in FHIR; if not given, those of DICOM, which the
    /// DICOM standard defines, and those that HL7's publishing tools leave in definitions.
    /// </summary>
    public IReadOnlyList<string> ToleratedExtensions { get; init; } = ["http://nema.org/", "http://hl7.org/fhir/tools/", "http://hl7.org/fhir/build/"];

    /// <summary>Whether what could be a danger to a naive reader (markup in strings and markdown) is an error rather than a warning.</summary>
    public bool SecurityChecks { get; init; }

    /// <summary>Whether references to example.org and the like are fine, as they are in published examples.</summary>
    public bool AllowsExamples { get; init; } = true;

    /// <summary>When to stop.</summary>
    public ValidationLimits Limits { get; init; } = ValidationLimits.Default;

    /// <summary>The clock that <see cref="ValidationLimits.MaxTime"/> and invariants go by.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
