using System.Text.Json;
using FhirMsc.Tests.House;

namespace FhirMsc.Tests.Content;

/// <summary>Files that lie beside the repository and are not part of it.</summary>
internal static class Shared
{
    public static string Path(string file) => System.IO.Path.Combine([Repository.Root, "..", "shared", .. file.Split('/')]);

    public static string Text(string file) => File.ReadAllText(Path(file));

    public static JsonElement Json(string file) => JsonDocument.Parse(Text(file)).RootElement;
}
