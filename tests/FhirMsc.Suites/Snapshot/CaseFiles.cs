using FhirMsc.Fhir.Definitions;
using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;
using FhirMsc.Fhir.Xml;

namespace FhirMsc.Suites.Snapshot;

/// <summary>Reads the StructureDefinitions of cases, which are XML or JSON.</summary>
internal sealed class CaseFiles(string folder)
{
    /// <summary>The structure in a file, or null, with the reason among the issues.</summary>
    public StructureDefinition? Read(string file, List<Issue> issues)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, file));
        var parsed = file.EndsWith(".xml", StringComparison.Ordinal) ? XmlParser.Parse(bytes, FhirModel.For(FhirRelease.R4B)) : JsonParser.Parse(bytes);
        if (parsed.Tree is null)
        {
            issues.AddRange(parsed.Issues);
            return null;
        }

        return StructureDefinition.Read(parsed.Tree.Root, issues);
    }
}
