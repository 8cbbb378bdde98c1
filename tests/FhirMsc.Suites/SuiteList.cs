using FhirMsc.Fhir.Definitions;
using FhirMsc.Suites.FhirPath;
using FhirMsc.Suites.Serialization;
using FhirMsc.Suites.Snapshot;
using FhirMsc.Suites.Validation;

namespace FhirMsc.Suites;

/// <summary>The one list of all suites.</summary>
public static class SuiteList
{
    /// <summary>All suites, in the order of the scoreboard.</summary>
    public static IReadOnlyList<ISuite> All { get; } =
    [
        new OfficialSuite("fhirpath/r4", "tests-fhir-r4.xml", FhirRelease.R4),
        new OfficialSuite("fhirpath/r5", "tests-fhir-r5.xml", FhirRelease.R5),
        new FhirPathJsSuite(),
        new SerializationSuite(),
        new ValidationSuite("validation"),
        new ValidationSuite("cdshooks"),
        new SnapshotSuite(),
    ];

    /// <summary>A suite by its name.</summary>
    public static ISuite Named(string name) => All.First(suite => suite.Name == name);
}
