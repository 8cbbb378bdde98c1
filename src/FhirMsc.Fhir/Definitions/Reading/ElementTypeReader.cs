using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Definitions.Reading;

/// <summary><c>ElementDefinition.type</c> → <see cref="TypeReference"/>.</summary>
internal sealed class ElementTypeReader(DefinitionIssueSink sink)
{
    private const string FhirType = "http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type";
    private const string ProfileElement = "http://hl7.org/fhir/StructureDefinition/elementdefinition-profile-element";
    private const string Regex = "http://hl7.org/fhir/StructureDefinition/regex";

    /// <summary>Reads one type: one reference, or none, with an issue, if it has no code.</summary>
    public IEnumerable<TypeReference> Read(Node node)
    {
        string? code = null, fhirType = null, regex = null;
        List<string> profiles = [], targets = [];
        var aggregation = AggregationModes.None;
        var versioning = ReferenceVersioning.Either;
        foreach (var child in node.Children)
        {
            switch (child.Name)
            {
                case "code": code = child.Text; break;
                case "profile" when child.Text is { } profile: profiles.Add(ExtensionValues.Text(child, ProfileElement) is { } element ? $"{profile}#{element}" : profile); break;
                case "targetProfile" when child.Text is { } target: targets.Add(target); break;
                case "aggregation": aggregation |= sink.Code(child, Codes.Aggregation, "an aggregation mode"); break;
                case "versioning": versioning = sink.Code(child, Codes.Versioning, "the versioning of a reference"); break;
                case "extension" when ExtensionValues.Url(child) == FhirType: fhirType = ExtensionValues.Value(child) is { Exists: true } type ? type.Text : null; break;
                case "extension" when ExtensionValues.Url(child) == Regex: regex = ExtensionValues.Value(child) is { Exists: true } value ? value.Text : null; break;
                default: break;
            }
        }

        if (code is null)
        {
            sink.Report(DefinitionIssues.Missing, node, "type", "code");
            yield break;
        }

        yield return new TypeReference { Code = code, FhirType = fhirType, Profiles = profiles, TargetProfiles = targets, Aggregation = aggregation, Versioning = versioning, Regex = regex };
    }
}
