using FhirMsc.Content;
using FhirMsc.Content.Tracing;
using FhirMsc.Tests.House;

namespace FhirMsc.Tests.Content;

/// <summary>The committed guideline and the page it was taken from.</summary>
internal static class Nih
{
    public const string PageFile = "pages/nih-covid19-cell-therapy.txt";
    public const string ExpectedFile = "pages/nih-covid19-cell-therapy.expected.json";

    public static string File { get; } = Path.Combine(Repository.Root, "fhir-resources", "content", "nih-covid19-cell-therapy.yaml");

    public static ContentResult Result { get; } = ContentReader.Read(File);

    public static Guideline Guideline => Result.Guideline ?? throw new InvalidOperationException(string.Join('\n', Result.Issues));

    public static PageText Page() => PageText.Cut(Shared.Text(PageFile), Guideline.Sections);

    /// <summary>The words of the page at a place, as one text.</summary>
    public static string At(Place? place) => string.Join(' ', Page().At(place!));
}
