using FhirMsc.Fhir.Issues;
using FhirMsc.Fhir.Json;

namespace FhirMsc.Fhir.Validation.Structures;

/// <summary>
/// Obligations taken over from other profiles (extension <c>inherit-obligations</c>): those are marked with <c>obligation-profile-flag</c> and have the same
/// base as the profile that takes them over.
/// </summary>
internal static class Obligations
{
    private const string Inherit = "http://hl7.org/fhir/StructureDefinition/inherit-obligations";
    private static readonly string[] Flags = ["http://hl7.org/fhir/StructureDefinition/obligation-profile-flag", "http://hl7.org/fhir/StructureDefinition/obligation-profile"];

    public static void Check(Node node, ValidationRun run, IssueSink sink)
    {
        foreach (var extension in node.ChildrenNamed("extension"))
        {
            if (extension.Child("url").Text != Inherit || ChoiceValue.Of(extension, "value").Node.Text is not { } canonical || run.Resolve(node, canonical) is not { Exists: true } profile)
            {
                continue;
            }

            if (!Array.Exists(Flags, flag => ChoiceValue.OfExtension(profile, flag).Node.Text == "true"))
            {
                sink.Report(StructureDefinitionIssues.NoObligations, extension, canonical);
            }
            else if (profile.Child("baseDefinition").Text is { } other && node.Child("baseDefinition").Text is { } own && other != own)
            {
                sink.Report(StructureDefinitionIssues.OtherObligations, extension, canonical, other, own);
            }
        }
    }
}
