using System.Text;
using FhirMsc.Content.Import;
using FhirMsc.Content.Import.Drafts;
using FhirMsc.Content.Import.Findings;
using FhirMsc.Content.Import.Pages;
using FhirMsc.Tests.House;

namespace FhirMsc.Tests.Content.Import;

/// <summary>Pages for the tests of the import.</summary>
internal static class Imports
{
    /// <summary>The folder of pages of our own with what they say.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "FhirMsc.Tests", "Content", "Import", "pages");

    public static PageFindings Find(string text, string name = "page.txt") => PageImport.Find(Read(text, name));

    public static Page Read(string text, string name = "page.txt") => PageReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), name).Page!;

    public static ImportResult Import(string text, string name = "page.txt", bool json = false) => GuidelineImport.Import(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, json);

    public static Draft Draft(string text, string name = "page.txt") => DraftBuilder.Build(Find(text, name));

    public static string Page(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>direction strength|evidence of each recommendation, for short assertions.</summary>
    public static IReadOnlyList<string> Said(PageFindings findings) =>
        [.. findings.Recommendations.Select(found => $"{found.Direction?.Value} {found.Rating?.Strength}|{found.Rating?.Evidence}".Trim())];
}
