using FhirMsc.Fhir.Definitions;
using FhirMsc.Publishing;
using FhirMsc.Tests.House;

namespace FhirMsc.Tests.Publishing;

/// <summary>The edition that the committed content gives, built once.</summary>
internal static class Published
{
    private static readonly string File = Path.Combine(Repository.Root, "fhir-resources", "content", "nih-covid19-cell-therapy.yaml");

    private static readonly Lazy<Edition> Built = new(() => EditionBuilder.Build([File], FhirRelease.R4));

    public static string ContentFile => File;

    public static Edition Edition => Built.Value;
}
