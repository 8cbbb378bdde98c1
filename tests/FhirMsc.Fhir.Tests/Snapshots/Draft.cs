using System.Text;
using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Snapshots;

namespace FhirMsc.Fhir.Tests.Snapshots;

/// <summary>Structures for tests, written as short as can be, and what comes of them.</summary>
internal static class Draft
{
    public const string Core = "http://hl7.org/fhir/StructureDefinition/";

    /// <summary>A profile of a FHIR type: its differential as JSON elements without the array's brackets.</summary>
    public static StructureDefinition Profile(string type, string elements, string? url = null, string? from = null, string kind = "resource") =>
        Read($$$"""{"resourceType":"StructureDefinition","url":"{{{url ?? "http://test/profile"}}}","name":"P","kind":"{{{kind}}}","type":"{{{type}}}","derivation":"constraint","baseDefinition":"{{{from ?? Core + type}}}","differential":{"element":[{{{elements}}}]}}""");

    public static StructureDefinition Extension(string elements, string url = "http://test/extension") => Profile("Extension", elements, url, kind: "complex-type");

    public static StructureDefinition Read(string json)
    {
        List<Issue> issues = [];
        var structure = StructureDefinition.Read(JsonParser.Parse(Encoding.UTF8.GetBytes(json)).Tree!.Root, issues);
        Assert.Empty(issues);
        return structure!;
    }

    public static SnapshotResult Generate(StructureDefinition structure, params StructureDefinition[] others) => Generate(FhirRelease.R4, structure, others);

    public static SnapshotResult Generate(FhirRelease release, StructureDefinition structure, params StructureDefinition[] others) =>
        new SnapshotGenerator(new DraftDefinitions(FhirModel.For(release), [structure, .. others])).Generate(structure);

    /// <summary>The snapshot of a structure that must have no issues.</summary>
    public static IReadOnlyList<ElementDefinition> Clean(StructureDefinition structure, params StructureDefinition[] others)
    {
        var result = Generate(structure, others);
        Assert.Empty(result.Issues);
        return result.Structure!.Snapshot!;
    }

    public static ElementDefinition At(this IEnumerable<ElementDefinition> snapshot, string id) => Assert.Single(snapshot, element => element.Id == id);
}
